"""How many slips of the pen lie between two words."""


def distance(one: str, other: str, *, most: int) -> int:
    """How many letters are wrong, missing, too many or swapped with the next; never more than `most` + 1."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    above: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        earlier, above, row = above, row, [i]
        for j, another in enumerate(other, 1):
            steps = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (letter != another))
            swapped = i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == another
            row.append(min(steps, earlier[j - 2] + 1) if swapped else steps)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)
