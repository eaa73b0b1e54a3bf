"""A receiver of webhooks: its own process, bad manners on demand.

Its argument is the file it writes a line of JSON to for each call; it says its port on its output.
"""

from __future__ import annotations

import json
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

LOG = Path(sys.argv[1])
STATUS = {"/ok": 200, "/500": 500, "/410": 410, "/503": 503, "/redirect": 302}


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        headers = {name.lower(): value for name, value in self.headers.items()}
        path = self.path.partition("?")[0]
        told = {"path": path, "id": headers["webhook-id"], "headers": headers, "body": body.decode(), "at": time.time()}
        with LOG.open("a") as log:
            log.write(json.dumps(told) + "\n")
        if path == "/slow":
            time.sleep(3)
        if path == "/cut":
            self.connection.close()
            return
        if path == "/trickle":
            for _second in range(30):
                self.wfile.write(b"HTTP/1.1 ")
                time.sleep(0.1)
        self.send_response(STATUS.get(path, 200))
        if path == "/redirect":
            self.send_header("Location", "/ok")
        if path == "/503":
            self.send_header("Retry-After", "120")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_args: object) -> None:
        """Say nothing."""


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
    sys.stdout.write(f"{server.server_port}\n")
    sys.stdout.flush()
    server.serve_forever()
