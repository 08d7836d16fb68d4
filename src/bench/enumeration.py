#!/usr/bin/env python3
"""Does the time of an answer tell whether a user exists?

Starts the built bin/ivn on a bench of its own under the temporary directory, then asks in pairs, in
random order, with a wrong password: once for a user who exists, once for one who does not. Prints the
medians, and the median of the differences within pairs with its 95 % confidence interval (bootstrap).

usage: src/bench/enumeration.py [PAIRS]
"""

import http.client
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

IVN = Path(__file__).resolve().parents[2] / "bin" / "ivn"
KNOWN = "user@example.com"
LOCK = 1000  # attempts before a lock, which no run reaches


def ivn(bench, *arguments, stdin=""):
    return subprocess.run(
        [IVN, "--bench", bench, *arguments], input=stdin, text=True, check=True, capture_output=True
    )


def ask(connection, user):
    body = json.dumps({"usr": user, "pwd": "not the password"})
    begun = time.perf_counter()
    connection.request("POST", "/api/method/login", body, {"Content-Type": "application/json"})
    answer = connection.getresponse()
    text = answer.read()
    took = time.perf_counter() - begun
    assert answer.status == 401, text
    return took


def measure(address, pairs):
    connection = http.client.HTTPConnection(address)
    for _ in range(10):  # until the code is compiled
        ask(connection, KNOWN)
        ask(connection, "nobody@example.com")
    known, unknown = [], []
    for i in range(pairs):
        both = [(KNOWN, known), (f"nobody{i}@example.com", unknown)]
        random.shuffle(both)
        for user, times in both:
            times.append(ask(connection, user))
    return known, unknown


def interval(differences):
    medians = sorted(
        statistics.median(random.choices(differences, k=len(differences))) for _ in range(2000)
    )
    return medians[50], medians[1949]


def main():
    pairs = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    assert pairs + 10 < LOCK
    with tempfile.TemporaryDirectory() as directory:
        bench = Path(directory)
        (bench / "sites").mkdir()
        ivn(bench, "new-site", "mysite")
        ivn(bench, "--site", "mysite", "set-config", "allow_consecutive_login_attempts", str(LOCK))
        ivn(bench, "--site", "mysite", "user", "add", KNOWN)
        ivn(
            bench, "--site", "mysite", "user", "set-password", KNOWN, "--password-file", "-",
            stdin="correct horse battery",
        )
        server = subprocess.Popen(
            [IVN, "--bench", bench, "--site", "mysite", "serve", "--listen", "127.0.0.1:0"],
            stderr=subprocess.PIPE,
            text=True,
        )
        try:
            address = server.stderr.readline().strip().rpartition("/")[2]
            known, unknown = measure(address, pairs)
        finally:
            server.terminate()
            server.communicate()
    differences = [a - b for a, b in zip(known, unknown)]
    low, high = interval(differences)
    print(f"pairs                        {pairs}")
    print(f"wrong password, median       {statistics.median(known) * 1000:.1f} ms")
    print(f"unknown user, median         {statistics.median(unknown) * 1000:.1f} ms")
    print(f"difference in pairs, median  {statistics.median(differences) * 1000:+.1f} ms")
    print(f"95 % confidence              {low * 1000:+.1f} to {high * 1000:+.1f} ms")


if __name__ == "__main__":
    main()
