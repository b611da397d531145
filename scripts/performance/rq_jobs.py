"""Runs trivial jobs with RQ: one producer that enqueues one by one, four workers; prints as JSON what it took.

The counterpart of io.stacgenerator.benchmarks.Jobs: rq_jobs.py PORT JOBS (Worker|SimpleWorker)
Worker, RQ's own default, forks a process for each job; SimpleWorker runs the job in its own.
"""

import json
import multiprocessing
import os
import sys
import time

import redis
import rq

WORKERS = 4
FOLDER = "https://account.blob.core.windows.net/imagery/2026/11/scene-%06d/"


def run(request):
    return json.dumps({"type": "Feature", "stac_version": "1.1.0", "id": json.loads(request)["itemId"]})


def request(number):
    folder = FOLDER % number
    return json.dumps({
        "source": "automatic", "collection": "https://catalog.example.com/collections/scenes.json",
        "itemId": "scene-%06d" % number, "assetPaths": [folder + "B02.tif", folder + "B03.tif"],
        "metadataPaths": [folder + "metadata.json"], "extensions": []})


def work(port, queue, kind):
    connection = redis.Redis(port=port)
    getattr(rq, kind)([rq.Queue(queue, connection=connection)], connection=connection).work(logging_level="ERROR")


def await_finished(connection, queue, count):
    while connection.zcard("rq:finished:" + queue) < count:
        time.sleep(0.02)


def seconds(connection, name, count):
    queue = rq.Queue(name, connection=connection)
    start = time.monotonic()
    for number in range(count):
        queue.enqueue("rq_jobs.run", request(number))
    await_finished(connection, name, count)
    return time.monotonic() - start


def main():
    port, count, kind = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    os.environ["PYTHONPATH"] = os.path.dirname(os.path.abspath(__file__))
    connection = redis.Redis(port=port)
    name = "benchmark-" + kind
    workers = [multiprocessing.Process(target=work, args=(port, name, kind)) for _ in range(WORKERS)]
    for worker in workers:
        worker.start()
    try:
        queue = rq.Queue(name, connection=connection)
        for number in range(5 * WORKERS):
            queue.enqueue("rq_jobs.run", request(number))
        await_finished(connection, name, 5 * WORKERS)
        connection.delete("rq:finished:" + name)
        print(json.dumps({"jobs": count, "seconds": seconds(connection, name, count)}))
    finally:
        for worker in workers:
            worker.kill()


if __name__ == "__main__":
    main()
