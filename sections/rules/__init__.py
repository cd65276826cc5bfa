"""Every rule, in the order of their codes: one file, one class."""

from typing import Final

from sections.findings import Rule
from sections.rules.nb101_document_name import DocumentName
from sections.rules.nb102_title_year import TitleYear
from sections.rules.nb103_period import WrongPeriod
from sections.rules.nb104_opening import Opening
from sections.rules.nb105_contact import Contact
from sections.rules.nb106_signature import SignatureDate
from sections.rules.nb111_missing_topic import MissingTopic
from sections.rules.nb112_government_matters import GovernmentMatters
from sections.rules.nb201_in_force_impossible import InForceImpossible
from sections.rules.nb301_row_total import RowTotal
from sections.rules.nb302_result_total import ResultTotal
from sections.rules.nb303_balance import Balance
from sections.rules.nb304_old_rows import OldRows
from sections.rules.nb305_misspelt_label import MisspeltLabel
from sections.rules.nb306_blank_cell import BlankCell
from sections.rules.nb401_dispute_total import DisputeTotal
from sections.rules.nb501_problem_without_measure import ProblemWithoutMeasure
from sections.rules.nb502_measure_without_problem import MeasureWithoutProblem
from sections.rules.nb503_last_problems import LastProblems
from sections.rules.nb601_fee_statement import FeeStatement
from sections.rules.nb602_fee_amounts import FeeAmounts
from sections.rules.nb901_negative import Negative
from sections.rules.nb902_fraction import Fraction
from sections.rules.nb903_unread_cell import UnreadCell
from sections.rules.nb904_unanswered import Unanswered
from sections.rules.nb911_carried_in import CarriedIn
from sections.rules.nb912_in_force import InForce
from sections.rules.nb913_pending import Pending
from sections.rules.nb914_other_last_year import OtherLastYear
from sections.rules.nb915_jump import Jump
from sections.rules.nb916_same_table import SameTable
from sections.rules.nb921_prose_requests import ProseRequests
from sections.rules.nb922_prose_results import ProseResults
from sections.rules.nb923_prose_disputes import ProseDisputes
from sections.rules.nb924_prose_documents import ProseDocuments
from sections.rules.nb925_all_finished import AllFinished
from sections.rules.nb926_all_upheld import AllUpheld
from sections.rules.nb927_prose_answers import ProseAnswers
from sections.rules.nb928_prose_fees import ProseFees
from sections.rules.nb931_growth_rate import GrowthRate
from sections.rules.nb932_growth_count import GrowthCount
from sections.rules.nb933_stale_year import StaleYear
from sections.rules.nb934_stale_number import StaleNumber
from sections.rules.nb935_like_last_year import LikeLastYear
from sections.rules.nb936_repeated_sentence import RepeatedSentence
from sections.rules.nb937_stale_slogan import StaleSlogan
from sections.rules.nb941_parts import PartsOfWhole
from sections.rules.nb942_rate import RateAboveHundred
from sections.rules.nb943_share import WrongShare
from sections.rules.nb951_missing_part import MissingPart
from sections.rules.nb952_set_phrase import SetPhrase
from sections.rules.nb953_heading import Heading
from sections.rules.nb954_numbering import Numbering
from sections.rules.nb955_placeholder import Placeholder
from sections.rules.nb957_order import PartOrder
from sections.rules.nb961_doubled import Doubled
from sections.rules.nb962_sentence_end import SentenceEnd
from sections.rules.nb963_half_width import HalfWidth
from sections.rules.nb964_unmatched import Unmatched
from sections.rules.nb965_wrong_name import WrongName
from sections.rules.nb966_set_wording import SetWording
from sections.rules.nb967_identity_number import IdentityNumber
from sections.rules.nb968_mobile_number import MobileNumber
from sections.rules.nb969_applicant_name import ApplicantName
from sections.rules.nb970_misspelt import Misspelt
from sections.rules.nb971_letter_in_number import LetterInNumber
from sections.rules.nb972_impossible_date import ImpossibleDate
from sections.rules.nb973_said_twice import SaidTwice

RULES: Final[tuple[Rule, ...]] = (
    DocumentName(),
    TitleYear(),
    WrongPeriod(),
    Opening(),
    Contact(),
    SignatureDate(),
    MissingTopic(),
    GovernmentMatters(),
    InForceImpossible(),
    RowTotal(),
    ResultTotal(),
    Balance(),
    OldRows(),
    MisspeltLabel(),
    BlankCell(),
    DisputeTotal(),
    ProblemWithoutMeasure(),
    MeasureWithoutProblem(),
    LastProblems(),
    FeeStatement(),
    FeeAmounts(),
    Negative(),
    Fraction(),
    UnreadCell(),
    Unanswered(),
    CarriedIn(),
    InForce(),
    Pending(),
    OtherLastYear(),
    Jump(),
    SameTable(),
    ProseRequests(),
    ProseResults(),
    ProseDisputes(),
    ProseDocuments(),
    AllFinished(),
    AllUpheld(),
    ProseAnswers(),
    ProseFees(),
    GrowthRate(),
    GrowthCount(),
    StaleYear(),
    StaleNumber(),
    LikeLastYear(),
    RepeatedSentence(),
    StaleSlogan(),
    PartsOfWhole(),
    RateAboveHundred(),
    WrongShare(),
    MissingPart(),
    SetPhrase(),
    Heading(),
    Numbering(),
    Placeholder(),
    PartOrder(),
    Doubled(),
    SentenceEnd(),
    HalfWidth(),
    Unmatched(),
    WrongName(),
    SetWording(),
    IdentityNumber(),
    MobileNumber(),
    ApplicantName(),
    Misspelt(),
    LetterInNumber(),
    ImpossibleDate(),
    SaidTwice(),
)
