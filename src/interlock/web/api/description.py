"""The specification: OpenAPI 3.1, with the errors that every call can meet written once."""

from __future__ import annotations

import json
import re
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import override
from ninja import NinjaAPI
from ninja.openapi.docs import DocsBase

from .problems import CODES, MEDIA_TYPE, STATUSES, Problem, sentence

#: Errors a call of any kind can meet, and those that only a call with a body can.
ALWAYS, WITH_BODY = (400, 401, 403, 404, 422, 429, 500), (409, 413, 415)
ADDRESS = "/api/v1/openapi.json"
_REF = re.compile(r'"#/components/schemas/(\w+)"')


class LocalDocs(DocsBase):
    """The description of the interface as pages of ours: nothing is fetched from elsewhere.

    The first names every call and problem; ``tab`` opens the calls of one tag with the schemas they speak of.
    """

    def render_page(self, request: HttpRequest, api: NinjaAPI, **_path: Any) -> HttpResponse:
        schema = api.get_openapi_schema()
        groups, tag = _groups(schema), request.GET.get("tab")
        context: dict[str, Any] = {"info": schema["info"], "groups": groups, "address": ADDRESS}
        if (group := next((one for one in groups if one["tag"] == tag), None)) is not None:
            return render(request, "web/api_tag.html", context | {"group": group, "schemas": _schemas(schema, group)})
        with override("en"):
            codes = [{"code": code, "status": status, "said": sentence(code)} for code, status in _codes()]
        return render(request, "web/api.html", context | {"problems": codes})


class Interface(NinjaAPI):
    """The interface; its specification names every error as problem details."""

    _made: dict[str, Any] | None = None

    def get_openapi_schema(self, **given: Any) -> Any:
        if self._made is None:
            with override("en"):  # one specification for all, whoever asks first
                self._made = self._make(**given)
        return self._made

    def _make(self, **given: Any) -> Any:
        made = super().get_openapi_schema(**given)
        schema = Problem.model_json_schema(ref_template="#/components/schemas/{model}", mode="serialization")
        made["components"]["schemas"] |= schema.pop("$defs", {}) | {"Problem": schema}
        made["components"]["responses"] = {f"Problem{status}": _response(status) for status in CODES}
        made["servers"] = [{"url": "/"}]
        for methods in made["paths"].values():
            for call in methods.values():
                for status in (*ALWAYS, *(WITH_BODY if "requestBody" in call else ())):
                    call["responses"][status] = {"$ref": f"#/components/responses/Problem{status}"}
        return made


def _response(status: int) -> dict[str, Any]:
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    answer: dict[str, Any] = {"description": sentence(CODES[status]), "content": content}
    if status == 429:
        answer["headers"] = {"Retry-After": {"description": "seconds to wait", "schema": {"type": "integer"}}}
    return answer


def _codes() -> list[tuple[str, int]]:
    more = ("csrf", "company_missing", "unfit_value", "unknown_company", "key_reused", "too_many", "duplicate_ids")
    known = {code: status for status, code in CODES.items()}
    return sorted((known | {code: STATUSES.get(code, 403 if code == "csrf" else 422) for code in more}).items())


def _groups(schema: Any) -> list[dict[str, Any]]:
    """Answer the calls by tag, each with what it takes and answers."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for path, methods in schema["paths"].items():
        for method, call in methods.items():
            body = call.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
            good = call["responses"].get(200, {}).get("content", {}).get("application/json", {}).get("schema", {})
            groups.setdefault(call.get("tags", ["other"])[0], []).append(
                {"id": call["operationId"], "method": method.upper(), "path": path, "summary": call["summary"],
                 "said": call.get("description", ""), "body": _name(body), "good": _name(good),
                 "parameters": [{"name": p["name"], "in": p["in"], "required": p["required"],
                                 "type": written(p["schema"]), "said": p["schema"].get("description", "")}
                                for p in call["parameters"]],
                 "errors": sorted(status for status in call["responses"] if status != 200)}
            )  # fmt: skip
    return [{"tag": tag, "calls": calls} for tag, calls in sorted(groups.items())]


def _schemas(schema: Any, group: dict[str, Any]) -> list[dict[str, Any]]:
    """Answer the schemas that the calls of a tag take and answer, and those these are made of."""
    known = schema["components"]["schemas"]
    wanted, asked = set(), {call[part] for call in group["calls"] for part in ("body", "good")} | {"Problem"}
    while asked:
        wanted |= asked
        named = (part for one in asked if one in known for part in _REF.findall(json.dumps(known[one])))
        asked = {*named} - wanted
    return [
        {"name": name, "said": one.get("description", ""),
         "fields": [{"name": label, "needed": label in one.get("required", ()), "type": written(part),
                     "said": part.get("description", "")} for label, part in one.get("properties", {}).items()]}
        for name, one in sorted(known.items()) if name in wanted
    ]  # fmt: skip


def _name(schema: dict[str, Any]) -> str:
    return schema.get("$ref", "").rsplit("/", 1)[-1]


def written(part: dict[str, Any]) -> str:
    """Answer a type in few words: what it is, how long or large it may be."""
    if "$ref" in part:
        return _name(part)
    if "anyOf" in part:
        kinds = [written(one) for one in part["anyOf"]]
        return "decimal" if any("number" in kind for kind in kinds) else " | ".join(dict.fromkeys(kinds))
    if "enum" in part or "const" in part:
        return " | ".join(str(one) for one in part.get("enum", [part.get("const")]))
    if part.get("type") == "array":
        most = f" ≤ {part['maxItems']:,}" if "maxItems" in part else ""
        return f"list of {written(part.get('items', {}))}{most}"
    if part.get("type") == "object":
        more = part.get("additionalProperties")
        return f"map to {written(more)}" if isinstance(more, dict) else "object"
    kind = str(part.get("format") or part.get("type") or "any")
    return f"{kind} ≤ {part['maxLength']}" if "maxLength" in part else kind
