"""A validator of others accepts the schema, and by it the samples; and refuses what check refuses.

    schema_validator.py PROTOKOLL SAMPLE.yaml...
"""
import json
import subprocess
import sys

try:
    import jsonschema
    import yaml
except ImportError as missing:
    print(f"skipped: {missing.name} for python3 is missing")
    sys.exit(77)

WRONG = {
    "an unknown key": "plast: Stadshuset",
    "a day in another form": "datum: 21 maj",
    "a list where a map belongs": "justering: [penna]",
    "a word that cannot stand there": "justering: {signering: bläck}",
}


class Loader(yaml.SafeLoader):
    """Days stay text, as an editor's validator sees them."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rows if tag != "tag:yaml.org,2002:timestamp"]
    for first, rows in yaml.SafeLoader.yaml_implicit_resolvers.items()}


def main(program, samples):
    schema = json.loads(subprocess.run([program, "schema"], text=True, encoding="utf-8",
                                       capture_output=True, check=True).stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    faults = 0
    for path in samples:
        with open(path, encoding="utf-8") as file:
            meeting = yaml.load(file, Loader)
        for error in validator.iter_errors(meeting):
            print(f"{path}: {error.json_path}: {error.message}")
            faults += 1
    for what, text in WRONG.items():
        meeting = {"organ": "Socialnämnden", "datum": "2024-05-21",
                   "paragrafer": [{"rubrik": "Val"}], **yaml.load(text, Loader)}
        if validator.is_valid(meeting):
            print(f"accepted: {what}: {text}")
            faults += 1
    print(f"{len(samples)} samples, {faults} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
