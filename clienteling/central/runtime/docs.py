"""The readable page of the API, drawn from its OpenAPI document without anything from elsewhere; knows no feature."""

from __future__ import annotations

from html import escape
from typing import Any

from litestar import MediaType, Request, Response, get

_STYLE = """
:root{color-scheme:light dark;--ink:#1c1a17;--soft:#6b655c;--line:#e2dcd2;--ground:#faf8f4;--card:#fff;--accent:#7a4b2b}
@media(prefers-color-scheme:dark){:root{--ink:#efeae2;--soft:#a79f92;--line:#3a352e;--ground:#171512;--card:#201d19;--accent:#d8a67f}}
*{box-sizing:border-box}body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.55 system-ui,sans-serif}
main{max-width:960px;margin:0 auto;padding:40px 24px 96px}h1{font-size:30px;margin:0 0 4px}h2{margin:40px 0 12px}
details{background:var(--card);border:1px solid var(--line);border-radius:10px;margin:8px 0;padding:12px 16px}
summary{cursor:pointer;display:flex;gap:12px;align-items:baseline;flex-wrap:wrap}
code{font:14px/1.5 ui-monospace,monospace}
.verb{color:var(--accent);font-weight:700;min-width:56px}
.soft,th{color:var(--soft)}nav a{margin-right:16px}a{color:var(--accent)}
table{border-collapse:collapse;width:100%;margin:8px 0}th,td{text-align:left;padding:6px 12px 6px 0;vertical-align:top;
border-top:1px solid var(--line);font-size:14px}th{font-weight:500}
"""
_VERBS = ("get", "post", "put", "patch", "delete")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


@get("/openapi.json", include_in_schema=False)
async def read_openapi(request: Request[Any, Any, Any]) -> dict[str, Any]:
    """The OpenAPI 3.1 document."""
    return dict(request.app.openapi_schema.to_schema())


@get("/docs", include_in_schema=False, media_type=MediaType.HTML)
async def read_docs(request: Request[Any, Any, Any]) -> Response[str]:
    """The same, to be read by people."""
    html = page(request.app.openapi_schema.to_schema())
    return Response(html, media_type=MediaType.HTML, headers={"Content-Security-Policy": _POLICY})


def page(document: dict[str, Any]) -> str:
    """The whole page of an OpenAPI document: operations by tag, then the shapes they speak of."""
    info, tags = document["info"], _by_tag(document["paths"])
    index = "".join(f'<a href="#{escape(tag)}">{escape(tag)}</a>' for tag in tags)
    parts = "".join(_section(tag, operations) for tag, operations in tags.items())
    shapes = "".join(_shape(name, shape) for name, shape in sorted(document["components"]["schemas"].items()))
    head = f"<h1>{escape(info['title'])}</h1><p class=soft>{escape(info.get('description', ''))}</p>"
    links = f'<nav>{index}<a href="#shapes">shapes</a><a href="/openapi.json">openapi.json</a></nav>'
    body = f'<main>{head}{links}{parts}<h2 id="shapes">shapes</h2>{shapes}</main>'
    start = '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    return f"{start}<title>{escape(info['title'])}</title><style>{_STYLE}</style>{body}</html>"


def _by_tag(paths: dict[str, Any]) -> dict[str, list[tuple[str, str, dict[str, Any]]]]:
    tags: dict[str, list[tuple[str, str, dict[str, Any]]]] = {}
    for path, item in paths.items():
        for verb in _VERBS:
            if verb in item:
                tags.setdefault(item[verb].get("tags", ["central"])[0], []).append((verb, path, item[verb]))
    return dict(sorted(tags.items()))


def _section(tag: str, operations: list[tuple[str, str, dict[str, Any]]]) -> str:
    return f'<h2 id="{escape(tag)}">{escape(tag)}</h2>' + "".join(_operation(*one) for one in operations)


def _operation(verb: str, path: str, operation: dict[str, Any]) -> str:
    title = f'<span class="verb">{verb.upper()}</span><code>{escape(path)}</code>'
    summary = f"<summary>{title}<span class=soft>{escape(operation.get('summary', ''))}</span></summary>"
    text = f"<p>{escape(operation.get('description', ''))}</p>"
    asked = [(one["name"], _type(one.get("schema", {})), one["in"]) for one in operation.get("parameters", [])]
    asked += [("body", _type(shape), kind) for kind, shape in _content(operation.get("requestBody", {}))]
    answers = [
        (status, " / ".join(_type(shape) for _, shape in _content(answer)), answer.get("description", ""))
        for status, answer in operation.get("responses", {}).items()
    ]
    return f"<details>{summary}{text}{_table('Asked', asked)}{_table('Answered', answers)}</details>"


def _content(holder: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    return [(kind, body.get("schema", {})) for kind, body in holder.get("content", {}).items()]


def _shape(name: str, shape: dict[str, Any]) -> str:
    needed = set(shape.get("required", []))
    fields = [
        (field, _type(kind), "always" if field in needed else "may be left out")
        for field, kind in shape.get("properties", {}).items()
    ]
    title = f'<summary id="{escape(name)}"><code>{escape(name)}</code></summary>'
    return f"<details>{title}{_table('Holds', fields)}</details>"


def _table(title: str, rows: list[tuple[str, str, str]]) -> str:
    if not rows:
        return ""
    cells = "".join(
        f"<tr><td><code>{escape(name)}</code><td>{kind}<td class=soft>{escape(note)}" for name, kind, note in rows
    )
    return f"<table><tr><th>{title}<th><th>{cells}</table>"


def _type(shape: dict[str, Any]) -> str:
    """A shape in a word or two, as HTML; one that has a name links to it."""
    if reference := shape.get("$ref"):
        name = escape(reference.rsplit("/", 1)[-1])
        return f'<a href="#{name}">{name}</a>'
    if options := shape.get("oneOf") or shape.get("anyOf"):
        return " or ".join(_type(option) for option in options)
    if "enum" in shape:
        return escape(", ".join(map(str, shape["enum"])))
    if shape.get("type") == "array":
        return f"list of {_type(shape.get('items', {}))}"
    return escape(str(shape.get("type", "anything")))


ROUTES = [read_openapi, read_docs]
