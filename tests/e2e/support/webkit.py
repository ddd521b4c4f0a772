"""A WebKitGTK page in a window of phone width, on a profile of its own: `webkit.py PROFILE`.

Obeys one line of JSON after another on standard input ({"do": "open", "with": ["http://..."]}) and answers each with one on
standard output: {"is": value} or {"error": text}. It ends in good order when standard input does.
"""

import json
import sys
import threading

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gdk, GLib, Gtk, WebKit2  # noqa: E402


def answer(**what):
    print(json.dumps(what), flush=True)


class Page:
    """One page; every method that the other side may call answers once."""

    def __init__(self, profile):
        storage = WebKit2.WebsiteDataManager(base_data_directory=profile + "/data", base_cache_directory=profile + "/cache")
        self.view = WebKit2.WebView.new_with_context(WebKit2.WebContext.new_with_website_data_manager(storage))
        window = Gtk.Window(decorated=False, default_width=390, default_height=844)
        window.add(self.view)
        window.show_all()
        self.loads = False
        self.failed = None
        self.view.connect("load-failed", self.on_failed)
        self.view.connect("load-changed", self.on_changed)

    def on_failed(self, _view, _event, _address, error):
        self.failed = error.message
        return True

    def on_changed(self, _view, event):
        if event == WebKit2.LoadEvent.STARTED:
            self.failed = None
        if event == WebKit2.LoadEvent.FINISHED and self.loads:
            self.loads = False
            answer(error=self.failed) if self.failed else answer(**{"is": None})

    def version(self):
        parts = WebKit2.get_major_version(), WebKit2.get_minor_version(), WebKit2.get_micro_version()
        answer(**{"is": ".".join(map(str, parts))})

    def open(self, address):
        page = (self.view.get_uri() or "").partition("#")[0]
        if page == address.partition("#")[0]:
            # Another place of the same page: nothing is loaded, so nothing would say that it was.
            self.ask("location.href = " + json.dumps(address))
        else:
            self.loads = True
            self.view.load_uri(address)

    def reload(self):
        self.loads = True
        self.view.reload()

    def ask(self, expression):
        body = "return JSON.stringify(await (" + expression + "))"
        self.view.call_async_javascript_function(body, -1, None, None, None, None, self.on_answer)

    def on_answer(self, view, result):
        try:
            value = view.call_async_javascript_function_finish(result)
            answer(**{"is": json.loads(value.to_string()) if value.is_string() else None})
        except GLib.Error as error:
            answer(error=error.message)

    def press(self, x, y):
        """A press of the main button at a place of the page, as it comes from the window system."""
        window = self.view.get_window()
        _, left, top = window.get_origin()
        for kind in (Gdk.EventType.BUTTON_PRESS, Gdk.EventType.BUTTON_RELEASE):
            event = Gdk.Event.new(kind)
            event.set_device(Gdk.Display.get_default().get_default_seat().get_pointer())
            button = event.button
            button.window, button.button = window, 1
            button.x, button.y, button.x_root, button.y_root = x, y, left + x, top + y
            if kind == Gdk.EventType.BUTTON_RELEASE:
                button.state = Gdk.ModifierType.BUTTON1_MASK
            Gtk.main_do_event(event)
        answer(**{"is": None})


def listen(page):
    for line in sys.stdin:
        call = json.loads(line)
        GLib.idle_add(lambda call=call: getattr(page, call["do"])(*call["with"]))
    GLib.idle_add(Gtk.main_quit)


page = Page(sys.argv[1])
threading.Thread(target=listen, args=(page,), daemon=True).start()
Gtk.main()
