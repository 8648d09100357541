"""What a page does in a browser that it should not do, and all that it shows."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Dialog, Request

# Before anything of a page runs: which names the window has, and every line that the policy refuses.
BEFORE = r"""(() => {
  const names = new Set(Object.getOwnPropertyNames(window));
  const refused = [];
  addEventListener("securitypolicyviolation", (one) => refused.push(`${one.violatedDirective} ${one.blockedURI} ${one.sample}`));
  window.__heard = () => ({
    refused,
    names: Object.getOwnPropertyNames(window).filter((name) => !names.has(name) && name !== "__heard" && !/^\d+$/.test(name)),
    jebol: typeof window.jebol !== "undefined" || Object.prototype.jebol,
    stored: [...Object.keys(localStorage), ...Object.keys(sessionStorage)],
  });
})()"""

# Everything that a reader might do to a page, at once: unfold, point at, focus, press. Where links lead is looked at, not
# followed; the switch that ends the copies for times without a network and the buttons that lengthen a form are not pressed.
TOUCH = """() => {
  const seen = ["pointerenter", "mouseenter", "mouseover", "mousemove", "animationstart", "animationend", "error", "load"];
  addEventListener("click", (one) => one.preventDefault(), true);
  addEventListener("submit", (one) => one.preventDefault(), true);
  for (const one of document.querySelectorAll("details, dialog")) one.open = true;
  for (const one of document.querySelectorAll("body *")) {
    for (const kind of seen) one.dispatchEvent(new Event(kind));
    if (!one.matches("a, button, input, select, textarea, [tabindex], [accesskey]") || !one.checkVisibility()) continue;
    if (one.closest("[data-sakelar], [data-usulan] form")) continue;
    one.focus({ preventScroll: true });
    one.dispatchEvent(new Event("change", { bubbles: true }));
    one.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  }
}"""

# The whole document as rows: an element with its attributes, the end of one, a text, a comment; of JSON-LD its texts. What the
# clock says is left out.
ROWS = r"""() => {
  const rows = [];
  const said = (value) => {
    if (typeof value === "string") rows.push(["", value]);
    else if (value && typeof value === "object") Object.values(value).forEach(said);
  };
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      if (node.data.trim()) rows.push(["", node.data]);
    } else if (node.nodeType === Node.COMMENT_NODE) rows.push(["<!--", node.data]);
    else if (node.nodeType === Node.ELEMENT_NODE) {
      const given = [...node.attributes].map(({ name, value }) => `${name}=${value}`);
      if (node.matches("textarea, select, input:not([type=checkbox])")) given.push(`:value=${node.value}`);
      rows.push([node.localName, ...given]);
      if (node.matches("script[type='application/ld+json']")) said(JSON.parse(node.textContent));
      else if (!node.matches("[data-jam]")) for (const child of (node.shadowRoot ?? node).childNodes) walk(child);
      rows.push([`/${node.localName}`]);
    }
  };
  walk(document.documentElement);
  return rows;
}"""

LINKS = """() => [...document.querySelectorAll("[href], [src], [action], [formaction], [ping]")].map(
  (one) => String(one.href ?? one.src ?? one.action ?? one.formAction)
)"""
GOOD_LINK = re.compile(r"(?:https?://[^/?#@]+(?:[/?#]|$)|mailto:|tel:|sms:|blob:)")
OWN_TEXT = "https://api.github.com/repos/contoh/portal/contents/"  # the form asks for the present text of its record
BLOCKED = "Service Worker registration blocked by Playwright"

Row = list[str]


class Watch:
    """A browser window, and all that happened in it beside the pages that were asked for."""

    def __init__(self, context: BrowserContext, site: str) -> None:
        self.site, self.said, self.opened = site, list[str](), 0
        context.add_init_script(BEFORE)
        context.on("request", self._asked)
        self.page = context.new_page()
        context.on("page", lambda page: self.say("window", page.url))
        self.page.on("dialog", self._boxed)
        self.page.on("console", lambda message: self.say("console", message.text))
        self.page.on("pageerror", lambda error: self.say("error", str(error)))
        self.page.on("download", lambda download: self.say("download", download.url))

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self.site, "blob:", OWN_TEXT)):
            self.say("request", request.url)

    def _boxed(self, dialog: Dialog) -> None:
        self.say("dialog", dialog.message)
        dialog.dismiss()

    def say(self, what: str, words: str) -> None:
        """Note what happened, and on which page."""
        if words != BLOCKED:
            self.said.append(f"{self.page.url.removeprefix(self.site)}: {what} {words[:300]}")

    def open(self, address: str) -> None:
        """Open the page at *address*, and wait until it asks for nothing more."""
        self.page.goto(self.site + address)
        self.opened += 1

    def rows(self) -> list[Row]:
        """Return what the page consists of now."""
        found: list[Row] = self.page.evaluate(ROWS)
        return found

    def touch(self) -> None:
        """Do everything to the page that a reader might, then look at what it did."""
        here = self.page.url.partition("#")[0]
        self.page.evaluate(TOUCH)
        self.look()
        if self.page.url.partition("#")[0] != here:
            self.say("went", self.page.url)

    def look(self) -> None:
        """Note what the page has done so far, and where its links lead."""
        heard: dict[str, Any] = self.page.evaluate("() => __heard()")
        for what, found in heard.items():
            if found:
                self.say(what, str(found))
        for link in self.page.evaluate(LINKS):
            if not GOOD_LINK.match(link):
                self.say("link", link)


@contextmanager
def watching(browser: Browser, site: str, **options: Any) -> Iterator[Watch]:
    """Yield a window in which nothing may happen, without the worker that keeps copies; no cookie may be left."""
    context = browser.new_context(service_workers="block", **options)
    watch = Watch(context, site)
    yield watch
    watch.said += [f"cookie {cookie}" for cookie in context.cookies()]
    context.close()
