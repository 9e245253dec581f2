"""What was found, for people."""

VALID = ("sampled", "boundary")


def is_broken(result):
    return bool(result.get("failures"))


def sums(result, runs, what):
    return sum(result.get("runs", {}).get(run, {}).get(what, 0) for run in runs)


def lines(result):
    """A line for a document, then what it lists."""
    if result.get("passed_over"):
        yield f"{result['document']}: PASSED OVER, the time was up"
        return
    if "runs" not in result:
        yield f"{result['document']}: has no types"
        return
    counts = [f"{run}={'/'.join(str(numbers[what]) for what in ('tried', 'accepted', 'equal'))}" for run, numbers in result["runs"].items()]
    yield (f"{result['document']}: types={result['types']} held={result['held']} asked={result['asked']} {' '.join(counts)} "
           f"refused-examples={result['examples_refused']} empty={len(result['empty'])} unsampled={len(result['unsampled'])} narrow={len(result['narrow'])} few={len(result['few'])} "
           f"by-us-alone={len(result['made_alone'])} broken={len(result['failures'])} seconds={result['seconds']}")
    yield from (f"    unsampled {pointer}" for pointer in result["unsampled"])
    yield from (f"    few {pointer}" for pointer in result["few"])
    for failure in result["failures"]:
        yield f"    BROKEN {failure['run']} {failure['type']} {failure['pointer']}"
        yield f"        {failure['sent'][:400]}"
        yield f"        {failure['said'][:400]}"


HEAD = ["document", "types", "asked", "tried", "accepted", "equal", "unknown values", "equal", "examples", "equal", "refused by their schema",
        "have fewer than 20 values", "asked fewer than 20", "have none", "unsampled", "inside others", "broken"]


def row(result):
    """The numbers of a document, in the order of the table."""
    broken = {failure["pointer"] for failure in result.get("failures", ())}
    return [result["types"], result.get("asked", 0), *(sums(result, VALID, what) for what in ("tried", "accepted", "equal")),
            *(sums(result, ["unheard"], what) for what in ("tried", "equal")), *(sums(result, ["example"], what) for what in ("tried", "equal")),
            result.get("examples_refused", 0), *(len(result.get(what, ())) for what in ("narrow", "few", "empty", "unsampled")), result.get("held", 0), len(broken)]


def total(results):
    """The sum of all, in one line."""
    known = [result for result in results if not result.get("passed_over")]
    sum_row = [sum(column) for column in zip(*map(row, known))] or [0] * (len(HEAD) - 1)
    passed_over = [result["document"] for result in results if result.get("passed_over")]
    said = ", ".join(f"{name} {number}" for name, number in zip(HEAD[1:], sum_row))
    return f"{len(known)} documents: {said}" + (f"; passed over: {', '.join(passed_over)}" if passed_over else "")


def table(results):
    """A table in Markdown."""
    rows = [[result["document"], *row(result)] for result in results if not result.get("passed_over")]
    rows.append(["all", *(sum(column) for column in zip(*(numbers[1:] for numbers in rows)))])
    head = [f"| {' | '.join(HEAD)} |", "|---" + "|--:" * (len(HEAD) - 1) + "|"]
    return "\n".join(head + [f"| {' | '.join(map(str, numbers))} |" for numbers in rows]) + "\n"
