"use strict";
/* Keys go to the assistant as soon as it is shown, and function keys do nothing else. */
const keyboard = () => document.querySelector(".xterm-helper-textarea");
const listen = () => { const place = keyboard(); if (place) place.focus(); };
new MutationObserver(listen).observe(document.documentElement, { attributes: true, subtree: true, attributeFilter: ["class"] });
window.addEventListener("focus", listen);
window.addEventListener("keydown", (event) => {
  if (/^F([1-9]|10)$/.test(event.key) && document.activeElement !== keyboard()) { event.preventDefault(); listen(); }
}, true);
