#!/usr/bin/env python3
"""Recomputes a draw from what was published: python3 docs/lottery.py DRAW.json

DRAW.json: {"label": text, "drawn": [{"pseudonym": text, "ticket": hex}, ...]} and the seed's origin: "texts" and "beacon"
(hex), or "committedSeed" (hex) with its "commitment" and a "beacon" (text or null), alone or as "draw" of a round's bundle.
"root" and "seed" are compared when present. Only the standard library; shares no code with the program.
"""
import hashlib, hmac, json, sys

sha = lambda *parts: hashlib.sha256(b"".join(parts)).digest()


def root_of(texts):
    level = [sha(b"\0", text.encode()) for text in texts] or [sha(b"\0")]
    while len(level) > 1:
        pairs = [level[k : k + 2] for k in range(0, len(level), 2)]
        level = [sha(b"\1", *pair) if len(pair) == 2 else pair[0] for pair in pairs]
    return level[0]


with open(sys.argv[1], encoding="utf-8") as file:
    told = json.load(file)
told = told.get("draw", told)
of_round = "committedSeed" in told
root = bytes.fromhex(told["committedSeed"]) if of_round else root_of(told["texts"])
beacon = (told["beacon"] or "").encode() if of_round else bytes.fromhex(told["beacon"])
seed = root if of_round and not beacon else sha(root, beacon)
ticket = lambda p: hmac.new(seed, f"{told['label']}\n{p}".encode(), "sha256").hexdigest()
drawn = sorted((ticket(row["pseudonym"]), row["pseudonym"]) for row in told["drawn"])
same = [(row["ticket"], row["pseudonym"]) for row in told["drawn"]] == drawn
same &= not of_round or sha(root).hex() == told["commitment"]
same &= told.get("root", root.hex()) == root.hex() and told.get("seed", seed.hex()) == seed.hex()
print(f"root {root.hex()}\nseed {seed.hex()}\n{len(drawn)} tickets: {'the same' if same else 'DIFFERENT'}")
sys.exit(0 if same else 1)
