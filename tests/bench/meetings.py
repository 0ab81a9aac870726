"""The meetings that the benchmark makes documents of, the same ones every time; all names are invented.

    meetings.py council FILE     a fullmäktige of 81 with 21 recorded votes, about 110 pages
    meetings.py plain FILE       a nämnd, 12 paragrafer of plain text: what every peer can print

JSON is YAML too, so that the peers can read the same file.
"""
import itertools
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "pages"))
import random_meetings  # noqa: E402  (beside the other tests of many meetings)

MEMBERS, VOTES, WITHOUT_VOTE = 81, 21, 14


def members(writer, count):
    """Different names: two members of one name could not be told apart in a vote."""
    names = [f"{a} {b}" for a, b in itertools.product(random_meetings.NAMES,
                                                      random_meetings.SURNAMES)]
    return [(name, writer.random.choice(random_meetings.PARTIES))
            for name in writer.random.sample(names, count)]


def texts(writer, count):
    return "\n\n".join(writer.prose(9) for _ in range(count))


def heading(writer):
    return writer.words(3, 9).capitalize()


def frame(people, board):
    persons = [f"{name} ({party})" for name, party in people]
    persons[0] += ", ordförande"
    return {
        "kommun": "Sjöviks kommun", "organ": board, "datum": "2024-05-21",
        "tid": "13.00–21.10", "plats": "Sessionssalen, Stadshuset",
        "närvarande": {"beslutande": persons, "övriga": ["Jonas Utomstående, utredare"]},
        "sekreterare": "Anna Sekreterare",
        "justering": {"justerare": [f"{name} ({party})" for name, party in people[-2:]],
                      "plats": "Kansliet", "datum": "2024-05-31"},
        "anslag": {"förvaringsplats": "Kansliet", "datum": "2024-06-03"},
    }


def vote(writer, people):
    names = [name for name, _ in people]
    writer.random.shuffle(names)
    yes = writer.random.randint(42, 60)
    none = writer.random.randint(0, 6)
    ballot = {"ja_betyder": "kommunstyrelsens förslag", "nej_betyder": "avslag",
              "ja": names[:yes], "nej": names[yes:MEMBERS - none], "redovisning": "matris"}
    if none:
        ballot["avstår"] = names[MEMBERS - none:]
    return ballot


def council():
    writer = random_meetings.Writer(81)
    people = members(writer, MEMBERS)
    meeting = frame(people, "Kommunfullmäktige")
    meeting["öppet"] = "ja"
    paragraphs = []
    for number in range(VOTES + WITHOUT_VOTE):
        p = {"rubrik": heading(writer), "dnr": f"KS 2024/{number + 1}",
             "beslut": [writer.sentence(8, 30) for _ in range(3)],
             "ärendebeskrivning": texts(writer, 3),
             "beslutsunderlag": [writer.words(4, 9) for _ in range(4)]}
        if number % 5 < 3:
            p["yrkanden"] = random_meetings.proposals(writer, people)
            p["propositionsordning"] = writer.prose(4)
            p["omröstningar"] = [vote(writer, people)]
        paragraphs.append(p)
    paragraphs[0]["nr"] = 71
    meeting["paragrafer"] = paragraphs
    return meeting


def plain():
    writer = random_meetings.Writer(12)
    meeting = frame(members(writer, 11), "Socialnämnden")
    meeting["paragrafer"] = [
        {"rubrik": heading(writer), "dnr": f"SN 2024/{number + 1}",
         "beslut": [writer.sentence(8, 30) for _ in range(2)],
         "ärendebeskrivning": texts(writer, 6)} for number in range(12)]
    meeting["paragrafer"][0]["nr"] = 31
    return meeting


def write(meeting, path):
    path = pathlib.Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(meeting, ensure_ascii=False, indent=1), encoding="utf-8")
    return path


if __name__ == "__main__":
    write({"council": council, "plain": plain}[sys.argv[1]](), sys.argv[2])
