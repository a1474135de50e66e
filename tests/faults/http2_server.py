"""An HTTP/2 server that sends the same response to every request."""

import contextlib
import socket
import ssl
import threading
from collections.abc import Iterator

import trustme
from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.events import DataReceived, RequestReceived, StreamEnded
from h2.settings import SettingCodes


class HTTP2Server:
    """The server. It runs within `with server.running()`.

    Args:
        authority: The issuer of its certificate.
        body: The response body.
        window: Bytes that it accepts in a frame, and in all frames together; None for the defaults.
        early_status: The status of a response that is sent before the body of a request; None to respond with 200 after it.
        reads_rest: Whether the body is read after an early response.

    Attributes:
        protocols: The protocol negotiated by ALPN, per connection.
        paths: The requested paths.
    """

    def __init__(
        self,
        authority: trustme.CA,
        body: bytes,
        window: int | None = None,
        *,
        early_status: int | None = None,
        reads_rest: bool = True,
    ) -> None:
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.set_alpn_protocols(["h2"])
        authority.issue_cert("127.0.0.1").configure_cert(self._context)
        self._body = body
        self._window = window
        self._early_status = early_status
        self._reads_rest = reads_rest
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.protocols: list[str | None] = []
        self.paths: list[str] = []

    @property
    def url(self) -> str:
        return f"https://127.0.0.1:{self._listener.getsockname()[1]}"

    @contextlib.contextmanager
    def running(self) -> Iterator["HTTP2Server"]:
        thread = threading.Thread(target=self._serve)
        thread.start()
        try:
            yield self
        finally:
            self._listener.shutdown(socket.SHUT_RDWR)
            self._listener.close()
            thread.join(10)

    def _serve(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                raw, _ = self._listener.accept()
                with raw, contextlib.suppress(OSError):
                    raw.settimeout(10)
                    with self._context.wrap_socket(raw, server_side=True) as connection:
                        self.protocols.append(connection.selected_alpn_protocol())
                        self._talk(connection)

    def _talk(self, connection: ssl.SSLSocket) -> None:
        http = H2Connection(H2Configuration(client_side=False, header_encoding="utf-8"))
        http.initiate_connection()
        if self._window is not None:
            http.update_settings(
                {SettingCodes.MAX_FRAME_SIZE: self._window, SettingCodes.INITIAL_WINDOW_SIZE: self._window}
            )
            http.increment_flow_control_window(self._window)
        connection.sendall(http.data_to_send())
        while data := connection.recv(1 << 16):
            for event in http.receive_data(data):
                if isinstance(event, RequestReceived):
                    self.paths.append(dict(event.headers)[":path"])
                    if self._early_status is not None:
                        self._respond(http, event.stream_id, self._early_status)
                elif isinstance(event, DataReceived) and self._early_status is not None and self._reads_rest:
                    http.acknowledge_received_data(event.flow_controlled_length, event.stream_id)
                elif isinstance(event, StreamEnded) and self._early_status is None:
                    self._respond(http, event.stream_id, 200)
            connection.sendall(http.data_to_send())

    def _respond(self, http: H2Connection, stream_id: int, status: int) -> None:
        http.send_headers(stream_id, [(":status", str(status))])
        http.send_data(stream_id, self._body, end_stream=True)
