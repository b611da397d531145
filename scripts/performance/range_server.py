"""A local HTTP/1.1 server of files by ranges, which counts what it serves and may answer late."""

import asyncio
import os
import re
import threading
import urllib.parse


class RangeServer:
    """Serves absolute paths of the files that are offered; use as a context manager."""

    def __init__(self, offered, latency=0.0):
        self.offered = set(offered)
        self.latency = latency
        self.requests = self.missing = self.sent = 0
        self._loop = asyncio.new_event_loop()

    def url(self, path):
        return f"http://127.0.0.1:{self._port}{urllib.parse.quote(path)}"

    def __enter__(self):
        ready = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(ready,), daemon=True)
        self._thread.start()
        ready.wait()
        return self

    def __exit__(self, *_):
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()

    def _run(self, ready):
        server = self._loop.run_until_complete(asyncio.start_server(self._connection, "127.0.0.1", 0, backlog=256))
        self._port = server.sockets[0].getsockname()[1]
        ready.set()
        self._loop.run_forever()
        server.close()

    async def _connection(self, reader, writer):
        # A TCP connection takes one round trip before its first request does.
        await asyncio.sleep(self.latency)
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                await asyncio.sleep(self.latency)
                writer.write(self._answer(head.decode("latin-1")))
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        writer.close()

    def _answer(self, head):
        self.requests += 1
        method, target, _ = head.split("\r\n", 1)[0].split(" ")
        path = urllib.parse.unquote(target.split("?")[0])
        if path not in self.offered:
            self.missing += 1
            return b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
        size = os.path.getsize(path)
        wanted = re.search(r"(?i)^range: *bytes=(\d+)-(\d*)", head, re.M)
        first = int(wanted[1]) if wanted else 0
        last = min(int(wanted[2]), size - 1) if wanted and wanted[2] else size - 1
        lines = ["HTTP/1.1 206 Partial Content" if wanted else "HTTP/1.1 200 OK",
                 f"Content-Length: {last - first + 1}", "Accept-Ranges: bytes", f'ETag: "{size}"']
        if wanted:
            lines.append(f"Content-Range: bytes {first}-{last}/{size}")
        body = b"" if method == "HEAD" else self._read(path, first, last - first + 1)
        self.sent += len(body)
        return "\r\n".join(lines).encode() + b"\r\n\r\n" + body

    @staticmethod
    def _read(path, offset, length):
        with open(path, "rb") as file:
            file.seek(offset)
            return file.read(length)
