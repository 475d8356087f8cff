"""Answers what simplestreams' own filters take of products files.

Reads JSON from stdin: {"documents": [products...], "cases": [[filter, ...], ...],
"retentions": [{"offered": [...], "held": [...], "max": n, "keep": bool}, ...]}.
Writes JSON: "taken", for each case the sorted list of [product, version, item] that pass all
filters, or null when a filter is refused; "kept", for each retention the versions held after.
"""
import json
import sys
import warnings

from simplestreams import filters, util

warnings.simplefilter("ignore")


def taken(case, documents):
    try:
        parsed = filters.get_filters(case)
    except Exception:
        return None
    found = []
    for document in documents:
        def collect(item, tree, pedigree):
            if filters.filter_item(parsed, item, tree, pedigree):
                found.append(list(pedigree))
        util.walk_products(document, cb_item=collect)
    return sorted(found)


def kept(case):
    add, remove = util.resolve_work(
        src=case["offered"], target=case["held"], maxnum=case.get("max"), keep=case["keep"])
    return sorted(set(case["held"]) - set(remove) | set(add))


def main():
    question = json.load(sys.stdin)
    json.dump({
        "taken": [taken(case, question["documents"]) for case in question["cases"]],
        "kept": [kept(case) for case in question["retentions"]],
    }, sys.stdout)


main()
