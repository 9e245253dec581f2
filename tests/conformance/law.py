"""What has to hold of a value that was read and written again."""

# What a sampler adds to objects to see that it is passed over, or kept.
UNDECLARED = "undeclared~"


def equal(sent, back):
    """Whether both are the same but for the spelling of numbers and undeclared properties."""
    if isinstance(sent, bool) or isinstance(back, bool) or sent is None or back is None:
        return sent is back
    if isinstance(sent, (int, float)) and isinstance(back, (int, float)):
        return sent == back or float(sent) == float(back)
    if isinstance(sent, list) and isinstance(back, list):
        return len(sent) == len(back) and all(map(equal, sent, back))
    if isinstance(sent, dict) and isinstance(back, dict):
        sent = {key: value for key, value in sent.items() if key != UNDECLARED}
        back = {key: value for key, value in back.items() if key != UNDECLARED}
        return sent.keys() == back.keys() and all(equal(value, back[key]) for key, value in sent.items())
    return type(sent) is type(back) and sent == back
