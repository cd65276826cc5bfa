"""The collection sheet: what colleagues are asked for, as a workbook or a Word document, and read back."""
