"""Puts the figures into tables, and compares the largest number of KIM with the smallest."""

GOALS = {
    "processor": ("at most", 1.25),
    "queries": ("at most", 1.0),
    "bytes": ("at most", 1.1),
}


def show(results: dict) -> None:
    """Print everything."""
    sizes = sorted(results["sizes"], key=int)
    print(f"\nLoad by {results['load_script']}; cache of the server: {results['cache']}\n")
    pages = list(results["sizes"][sizes[0]]["pages"])
    print(f"{'page':<28}{'KIM':>8}{'queries':>9}{'cold':>7}{'processor ms':>14}{'wall ms':>10}{'bytes':>10}")
    for name in pages:
        for size in sizes:
            row = results["sizes"][size]["pages"][name]
            once = " (asked once)" if row.get("runs") == 1 else ""
            failed = f"  ✗ {row['failed']}" if row.get("failed") else ""
            cold = "?" if row["queries_cold"] is None else row["queries_cold"]
            print(
                f"{name:<28}{int(size):>8,}{row['queries']:>9}{cold:>7}{row['processor']:>14.1f}"
                f"{row['wall']:>10.1f}{row['bytes']:>10,}{once}{failed}"
            )
    _show_server(results, sizes)
    _show_verdicts(results["verdicts"])


def _show_server(results: dict, sizes: list[str]) -> None:
    print(f"\n{'under gunicorn, 2 processes':<28}{'KIM':>8}{'requests/s':>12}{'median ms':>11}{'p99 ms':>9}")
    rows = [(name, "", load) for name, load in results["yardsticks"].items()]
    rows += [(name, f"{int(size):,}", load) for size in sizes for name, load in results["sizes"][size]["rates"].items()]
    for name, size, load in rows:
        failed = f"  ✗ {load['failures']} failed" if load["failures"] else ""
        print(f"{name:<28}{size:>8}{load['rate']:>12.0f}{load['median']:>11.1f}{load['p99']:>9.1f}{failed}")
    stock = results["stock"]
    print(f"\nstock page: {stock['queries']} queries, {stock['processor']:.1f} ms of processor")
    for size in sizes:
        row = results["sizes"][size]
        made = row["provisioning"]
        print(
            f"{int(size):>8,} KIM: first page after {row['cold_start']} s with {row['first_page']['queries']} queries,"
            f" worker {row['memory']} MB, one more KIM in {made['seconds']} s with {made['queries']} queries"
        )


def _show_verdicts(verdicts: list[dict]) -> None:
    print(f"\n{'goal':<52}{'found':>12}{'goal':>14}")
    for row in verdicts:
        mark = "" if row["met"] else "  ✗"
        print(f"{row['what']:<52}{row['found']:>12.2f}{row['relation']:>9}{row['goal']:>5g}{mark}")


def verdicts(results: dict) -> list[dict]:
    """Each goal: what was found, and whether it is met."""
    sizes = sorted(results["sizes"], key=int)
    few, many = results["sizes"][sizes[0]], results["sizes"][sizes[-1]]
    rows = []
    for name, page in many["pages"].items():
        for what, (relation, goal) in GOALS.items():
            if what == "bytes" and ":" not in name:
                continue  # public pages tell what there is: more places, more news
            ratio = page[what] / few["pages"][name][what] if few["pages"][name][what] else float(bool(page[what])) + 1
            rows.append(verdict(f"{name}: {what}", ratio, relation, goal))
        if page.get("failed"):
            rows.append(verdict(f"{name}: {page['failed']}", 1, "at most", 0))
    hello = results["yardsticks"]["hello"]["rate"]
    for name, load in many["rates"].items():
        if name.endswith(", cached"):
            rows.append(verdict(f"{name}: requests/s of hello's", load["rate"] / hello, "at least", 0.7))
    home = many["pages"]["KIM home"]["processor"] / results["stock"]["processor"]
    return [
        *rows,
        verdict("KIM home, uncached: processor of the stock page's", home, "at most", 3),
        verdict("first page of a new process, seconds", many["cold_start"], "at most", 3),
        verdict("memory of a worker", many["memory"] / few["memory"], "at most", 1.1),
        verdict("one more KIM, seconds", many["provisioning"]["seconds"], "at most", 1),
    ]


def verdict(what: str, found: float, relation: str, goal: float) -> dict:
    """One goal."""
    met = found <= goal if relation == "at most" else found >= goal
    return {"what": what, "found": round(found, 3), "relation": relation, "goal": goal, "met": met}
