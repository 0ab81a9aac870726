"""Every day of 1990-2060 through `protokoll datum -`, against dates counted here in another way.

    every_day.py PROTOKOLL
"""
import datetime
import subprocess
import sys

DAY = datetime.timedelta(days=1)


def easter(year):
    """Oudin's rule (the program has that of Meeus, Jones and Butcher)."""
    g, c = year % 19, year // 100
    h = (c - c // 4 - (8 * c + 13) // 25 + 19 * g + 15) % 30
    i = h - (h // 28) * (1 - (h // 28) * (29 // (h + 1)) * ((21 - g) // 11))
    p = i - (year + year // 4 + i + 2 - c + c // 4) % 7
    april = (p + 40) // 44
    return datetime.date(year, 3 + april, p + 28 - 31 * april)


def blocked(first, last):
    """Every day that no deadline ends on (lag 1930:173 2 §)."""
    days = set()
    for year in range(first, last + 1):
        fixed = [(1, 1), (1, 6), (5, 1), (12, 24), (12, 25), (12, 26), (12, 31)]
        if year >= 2005:
            fixed.append((6, 6))
        days |= {datetime.date(year, *day) for day in fixed}
        moves = (-2, 0, 1, 39, 49) if year >= 2005 else (-2, 0, 1, 39, 49, 50)
        days |= {easter(year) + n * DAY for n in moves}
        # The Friday before midsommardagen, a Saturday and hence blocked as it is.
        days |= {d for d in (datetime.date(year, 6, n) for n in range(19, 26)) if d.weekday() == 4}
    return days


def expected(day, holidays):
    last = day + 21 * DAY
    while last in holidays or last.weekday() >= 5:
        last += DAY
    return f"{day}\t{last}\t{last + DAY}"


def main(program):
    holidays = blocked(1990, 2061)
    days = [datetime.date.fromordinal(n) for n in range(datetime.date(1990, 1, 1).toordinal(),
                                                       datetime.date(2061, 1, 1).toordinal())]
    done = subprocess.run([program, "datum", "-"], input="".join(f"{d}\n" for d in days), text=True,
                          encoding="utf-8", capture_output=True, check=True)
    found = done.stdout.splitlines()
    wanted = [expected(day, holidays) for day in days]
    for line, right in zip(found, wanted):
        if line != right:
            print(f"expected {right!r}, found {line!r}")
    print(f"{len(found)} lines of {len(wanted)}")
    return 0 if found == wanted and done.stderr == "" else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
