"""Runs the programs that are measured, each in a process of its own."""

import json
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
TARGET = os.path.join(ROOT, "stac-generator-cli", "target")
PYTHON = os.environ.get("PYTHON", "/usr/bin/python3")
NATIVES = ["--enable-native-access=ALL-UNNAMED"]  # as the launcher has it


def build():
    """Builds the command line and the benchmarks."""
    subprocess.run(
        ["mvn", "-q", "-B", "-Dquick", "-Pbenchmarks", "-pl", "stac-generator-cli", "-am", "package"],
        cwd=ROOT, check=True, stdin=subprocess.DEVNULL, stdout=sys.stderr)


def java(main_class, *arguments, options=(), home=""):
    """Returns the command that runs a class of the benchmarks, on the Java of the path or of a home."""
    with open(os.path.join(TARGET, "benchmarks.classpath"), encoding="utf-8") as file:
        class_path = ":".join([
            os.path.join(TARGET, "benchmarks"), os.path.join(TARGET, "stac-generator-cli.jar"),
            file.read().strip()])
    return [os.path.join(home, "bin", "java") if home else "java", *options, "-cp", class_path, main_class, *arguments]


def requests_file(requests):
    """Writes requests, each the paths or URLs of its assets, and returns the file."""
    with tempfile.NamedTemporaryFile("w", suffix=".ndjson", delete=False, encoding="utf-8") as file:
        for assets in requests:
            file.write(json.dumps({"assetPaths": assets}) + "\n")
    return file.name


def measured(command, requests, statistics, seconds, environment=None):
    """Runs a program that makes Items, and returns what it prints."""
    file = requests_file(requests)
    try:
        done = subprocess.run(
            [*command, file, statistics, str(seconds)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            env={**os.environ, **(environment or {})}, check=False)
    finally:
        os.remove(file)
    if done.returncode != 0:
        raise RuntimeError(f"{command[0]} failed:\n{done.stderr}")
    return json.loads(done.stdout)


def stac_generator(requests, statistics, seconds=0.0, options=(), home=""):
    return measured(java("io.stacgenerator.benchmarks.Items", options=options, home=home), requests, statistics, seconds)


def rio_stac(requests, statistics, seconds=0.0, environment=None):
    return measured(
        [PYTHON, os.path.join(HERE, "rio_items.py")], requests, "APPROXIMATE" if statistics != "NONE" else "NONE",
        seconds, environment)


def made(result, requests):
    """Returns the requests that did not fail."""
    failed = {json.loads(request)["assetPaths"][0] for request in result["failed"]}
    return [assets for assets in requests if assets[0] not in failed]
