"""`make bench-scale`: builds a database for each number of KIM, measures it, and compares the largest with the smallest.

PostgreSQL only. Run by hand on a machine with nothing else to do; nothing here passes or fails.

    BENCH_SITES         numbers of KIM ("10 1000 10000 84000")
    BENCH_DATABASE_URL  the server (postgres://postgres@127.0.0.1:5432/); databases are named kim_scale_<number>
    BENCH_KEEP          keep the databases that are built; whole ones that are there are used again, and stay
    BENCH_FOLDER        media and results (a temporary folder)
    BENCH_CACHE_URL     the servers' cache; without it each process has its own
    BENCH_SECONDS       seconds of load a page (5)
    BENCH_VERBOSE       say what each page's first answers cost, as they come
    BENCH_RUNS          requests of which the median is told (15)
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psycopg2

from bench.scale import report, server

ROOT = Path(__file__).resolve().parent.parent.parent
SITES = [int(number) for number in os.environ.get("BENCH_SITES", "10 1000 10000 84000").split()]
SERVER = os.environ.get("BENCH_DATABASE_URL", "postgres://postgres@127.0.0.1:5432/").rstrip("/")
CACHE = os.environ.get("BENCH_CACHE_URL", "")
MARK = "bench_scale_built"  # a table that says: this database was built to its end


def environment(database: str, folder: str) -> dict[str, str]:
    """A production installation on one database."""
    # A desk may forbid Python to keep what it compiles; a server's second start, which is measured, has it.
    own = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return own | {
        "ENV_FILE": os.devnull,
        "DEBUG": "false",
        "SECRET_KEY": "only-for-measuring",
        "BASE_DOMAIN": f"localhost:{server.PORT}",
        "PUBLIC_SCHEME": "http",
        "DATABASE_URL": f"{SERVER}/{database}",
        "VAR_DIR": folder,
        "LOG_LEVEL": "CRITICAL",
        "TWO_FACTOR_REQUIRED": "false",
        "PAGE_CACHE": "false",
        "DJANGO_SETTINGS_MODULE": "cms.settings",
        "TASKS_BACKEND": "django_tasks.backends.immediate.ImmediateBackend",
        **({"CACHE_URL": CACHE} if CACHE else {}),
    }


def run(env: dict[str, str], *arguments: str, quiet: bool = True) -> str:
    """Run a program of the project and return what it printed; ends everything if it fails."""
    output = subprocess.PIPE if quiet else None
    done = subprocess.run([sys.executable, *arguments], cwd=ROOT, env=env, stdout=output, text=True, check=False)
    if done.returncode:
        sys.exit(f"✗ {' '.join(arguments)} failed; the reason is above.")
    return done.stdout or ""


def ask(database: str, sql: str) -> list[tuple]:
    """Ask the server something, outside any transaction."""
    connection = psycopg2.connect(f"{SERVER}/{database}")
    connection.autocommit = True
    try:
        with connection.cursor() as cursor:
            cursor.execute(sql)
            return cursor.fetchall() if cursor.description else []
    finally:
        connection.close()


def exists(database: str) -> bool:
    """Whether there is a database of this name."""
    return bool(ask("postgres", f"SELECT 1 FROM pg_database WHERE datname = '{database}'"))  # noqa: S608  (own name)


def prepare(sites: int, folder: str, built: list[str]) -> dict[str, str]:
    """The environment of a whole database with so many KIM, which is built, and added to `built`, unless it is there."""
    database = f"kim_scale_{sites}"
    env = environment(database, folder)
    if exists(database) and ask(database, f"SELECT to_regclass('{MARK}') IS NOT NULL")[0][0]:
        print(f"{sites:,} KIM: {database} is there and is used again.", flush=True)
        run(env, "manage.py", "migrate", "--verbosity", "0")
        return env
    print(f"{sites:,} KIM: building {database} …", flush=True)
    ask("postgres", f'DROP DATABASE IF EXISTS "{database}"')
    ask("postgres", f'CREATE DATABASE "{database}"')
    built.append(database)
    run(env, "manage.py", "migrate", "--verbosity", "0")
    run(env, "manage.py", "load_regions")
    run(env, "manage.py", "build_scale", "--sites", str(sites), quiet=False)
    ask(database, f"CREATE TABLE {MARK} (sites integer)")
    return env


def prepare_stock(folder: str) -> dict[str, str]:
    """The environment of the yardstick."""
    if not exists("kim_scale_stock"):
        ask("postgres", 'CREATE DATABASE "kim_scale_stock"')
    env = environment("kim_scale_stock", folder) | {"DJANGO_SETTINGS_MODULE": "bench.stock.settings"}
    run(env, "-m", "django", "migrate", "--verbosity", "0")
    return env


def drop(databases: list[str]) -> None:
    """Take the databases away."""
    for database in databases:
        ask("postgres", f'DROP DATABASE IF EXISTS "{database}"')


def main() -> None:
    """Build, measure, compare, print, write."""
    with tempfile.TemporaryDirectory(prefix="kim-bench-") as temporary:
        folder = os.environ.get("BENCH_FOLDER") or temporary
        Path(folder).mkdir(parents=True, exist_ok=True)
        built: list[str] = []
        results = {
            "at": time.strftime("%Y-%m-%d %H:%M"),
            "load_script": "bench/scale/attack.py (2 processes, 4 connections each, kept open)",
            "cache": CACHE or "each process its own",
            "sizes": {},
        }
        stock_env = prepare_stock(folder)
        results["stock"] = json.loads(run(stock_env, "-m", "bench.stock.pages"))
        for number in SITES:
            env = prepare(number, folder, built)
            if number == SITES[0]:
                run(env, "manage.py", "collectstatic", "--noinput", "--verbosity", "0")
                results["yardsticks"] = server.yardsticks(env, stock_env)
            print(f"{number:,} KIM: measuring …", flush=True)
            facts = json.loads(run(env, "-m", "bench.scale.pages"))
            results["sizes"][str(number)] = facts | server.measure(env, facts)
            facts.pop("sessions")
        for row in results["sizes"].values():
            row.pop("sessions", None)
        results["verdicts"] = report.verdicts(results)
        report.show(results)
        target = Path(os.environ.get("BENCH_FOLDER") or Path.cwd()) / "bench-scale.json"
        target.write_text(json.dumps(results, indent=1))
        print(f"\nAll figures: {target}")
        if not os.environ.get("BENCH_KEEP"):
            drop([*built, "kim_scale_stock"])


if __name__ == "__main__":
    main()
