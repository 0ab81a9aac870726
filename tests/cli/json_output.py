"""What is meant for programs is JSON: the schema, and the messages of check.

    json_output.py PROTOKOLL MEETING_WITH_A_WARNING
"""
import json
import subprocess
import sys


def run(program, *arguments):
    return subprocess.run([program, *arguments], text=True, encoding="utf-8", capture_output=True,
                          check=True).stdout


def check_schema(schema):
    """Every reference leads somewhere, and every key is explained."""
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"

    def visit(node):
        if isinstance(node, list):
            for item in node:
                visit(item)
        if not isinstance(node, dict):
            return
        if isinstance(node.get("$ref"), str):
            target = schema
            for step in node["$ref"].removeprefix("#/").split("/"):
                target = target[step]
        for item in node.values():
            visit(item)

    visit(schema)
    keys = schema["$defs"]["meeting"]["properties"]
    for key in ("organ", "datum", "närvarande", "justering", "anslag", "paragrafer"):
        assert key in keys, key


def check_messages(lines):
    assert lines, "the meeting has no warning"
    for line in lines:
        message = json.loads(line)
        assert set(message) == {"file", "line", "column", "code", "level", "text", "hint",
                                "ground"}, message
        assert message["level"] in ("upplysning", "kvar", "varning", "fel"), message
        assert message["code"] != "P063" or message["ground"].startswith("KL 5 kap. 69 §"), message
        assert message["line"] >= 1 and message["column"] >= 1, message


def main(program, meeting):
    check_schema(json.loads(run(program, "schema")))
    check_messages(run(program, "check", "--format=json", meeting).splitlines())
    print("the schema and the messages are JSON")


if __name__ == "__main__":
    main(*sys.argv[1:3])
