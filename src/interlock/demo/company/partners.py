"""Who the companies deal with: platforms that settle for web orders, distributors, suppliers at home and abroad."""

from __future__ import annotations

import random
from typing import Any

from .geography import places
from .organisation import COMPANIES, credit_code
from .writing import by_code, write

GROUPS = [
    ("PLATFORM", "Shop platforms", "电商平台"), ("DISTRIBUTOR", "Distributors", "经销商"),
    ("SUPPLIER", "Suppliers", "国内供应商"), ("FOREIGN", "Foreign suppliers", "境外供应商"),
    ("PROJECT", "Project customers", "工程客户"), ("FORWARDER", "Forwarders", "承运商"),
]  # fmt: skip
PLATFORMS = [
    ("PLT-TM", "天猫结算中心"),
    ("PLT-JD", "京东结算中心"),
    ("PLT-DY", "抖音结算中心"),
    ("PLT-AL", "1688 结算中心"),
]
CITIES = {
    "杭州": "330100", "广州": "440100", "成都": "510100", "武汉": "420100", "西安": "610100", "济南": "370100",
    "沈阳": "210100", "长沙": "430100", "郑州": "410100", "福州": "350100", "昆明": "530100", "合肥": "340100",
    "南宁": "450100", "石家庄": "130100", "哈尔滨": "230100", "兰州": "620100", "中山": "442000", "东莞": "441900",
    "佛山": "440600", "温州": "330300", "宁波": "330200", "深圳": "440300", "苏州": "320500", "台州": "331000",
}  # fmt: skip
DISTRIBUTOR_NAMES = ["安居", "邦锁", "宏安", "金盾", "家卫", "锐防", "智联", "华固", "永安", "卓安"]
SUPPLIER_TRADES = [
    "精密压铸",
    "五金制品",
    "电子科技",
    "包装材料",
    "塑胶制品",
    "电机",
    "弹簧",
    "表面处理",
    "线缆",
    "光电科技",
    "电池",
    "钢材贸易",
]
SUPPLIER_NAMES = ["恒丰", "鑫源", "联创", "广泰", "利达", "正阳", "汇通", "万顺"]
PROJECT_NAMES = ["滨江置业", "城建集团", "华庭酒店管理", "学府后勤服务", "万和物业"]
FOREIGN = [
    ("Nordlicht Sensorik GmbH", "DE", "80331", "vertrieb@nordlicht.example", "+49 89 5550101"),
    ("Kita Optics K.K.", "JP", "1050011", "sales@kitaoptics.example", "+81 3 55550102"),
    ("Bayline Semiconductors Inc.", "US", "95112", "orders@bayline.example", "+1 408 5550103"),
    ("Hanul Display Co., Ltd.", "KR", "06164", "trade@hanul.example", "+82 2 5550104"),
    ("Formosa Latch Works Ltd.", "TW", "10617", "export@flw.example", "+886 2 55550105"),
    ("Lion City Components Pte. Ltd.", "SG", "048616", "desk@lcc.example", "+65 65550106"),
]
ELSEWHERE = {"中山市": ("广东省", "石岐区"), "台州市": ("浙江省", "椒江区")}
FACTORY = COMPANIES[0][3]
FORWARDERS = ["迅达快运", "通达物流", "城际配送"]


def build(companies: dict[str, Any]) -> dict[str, Any]:
    """Write party groups, parties with roles, addresses and accounts; answer the parties by code."""
    groups = by_code(write("parties.PartyGroup", [{"code": c, "name_en": en, "name_zh": zh} for c, en, zh in GROUPS]))
    dice = random.Random(20260101)
    rows = [
        *_platforms(),
        *_distributors(dice),
        *_suppliers(dice),
        *_projects(),
        *_forwarders(),
        *_foreign(),
        _factory(),
        _walk_in(),
    ]
    parties = by_code(
        write("parties.Party", [{**row["party"], "group": groups[row["group"]]} for row in rows]),
    )
    roles = [{"party": parties[row["party"]["code"]], "role": row["role"]} for row in rows]
    write("parties.PartyRole", roles)
    write("parties.Address", [dict(party=parties[row["party"]["code"]], **row["address"]) for row in rows])
    customers = [parties[row["party"]["code"]] for row in rows if row["role"] == "customer"]
    write(
        "parties.Account",
        [{"company": company, "party": party} for company in companies.values() for party in customers],
    )
    return parties


def _domestic(code: str, name: str, region: str, serial: int, group: str, role: str, city: str) -> dict[str, Any]:
    return {
        "group": group,
        "role": role,
        "party": {
            "code": code,
            "name": name,
            "uscc": credit_code(f"91{region}MA{serial:07d}"),
            "phone": _phone(serial),
        },
        "address": {
            **_district(city),
            "city": city,
            "street": f"科技园路 {serial % 300 + 1} 号",
            "contact": "业务部",
            "phone": _phone(serial),
        },
    }


def _district(city: str) -> dict[str, str]:
    """Answer the province and the first district of a city."""
    known = [(place.province, place.district) for place in places() if place.city == city]
    province, district = (known or [ELSEWHERE[city]])[0]
    return {"province": province, "district": district}


def _walk_in() -> dict[str, Any]:
    """Answer who buys at the desk without a name."""
    return {
        "group": "PROJECT",
        "role": "customer",
        "party": {"code": "WALK-IN", "name": "门市散客", "kind": "person"},
        "address": {"street": "门市自提"},
    }


def _phone(serial: int) -> str:
    return f"0{500 + serial % 90}-{6_000_000 + serial * 137 % 3_000_000}"


def _platforms() -> list[dict[str, Any]]:
    return [
        _domestic(code, name, "330100", 100 + place, "PLATFORM", "customer", "杭州市")
        for place, (code, name) in enumerate(PLATFORMS)
    ]


def _distributors(dice: random.Random) -> list[dict[str, Any]]:
    found = []
    for place, city in enumerate(list(CITIES)[:16]):
        name = f"{city}{dice.choice(DISTRIBUTOR_NAMES)}智能家居有限公司"
        found.append(
            _domestic(f"DIS-{place + 1:03d}", name, CITIES[city], 1000 + place, "DISTRIBUTOR", "customer", f"{city}市")
        )
    return found


def _suppliers(dice: random.Random) -> list[dict[str, Any]]:
    found = []
    cities = list(CITIES)[16:]
    for place in range(24):
        city, trade = cities[place % len(cities)], SUPPLIER_TRADES[place % len(SUPPLIER_TRADES)]
        name = f"{city}{SUPPLIER_NAMES[place % len(SUPPLIER_NAMES)]}{trade}有限公司"
        serial = 2000 + place * 10 + dice.randrange(10)
        found.append(_domestic(f"SUP-{place + 1:03d}", name, CITIES[city], serial, "SUPPLIER", "supplier", f"{city}市"))
    return found


def _factory() -> dict[str, Any]:
    """Answer the group's own factory as the other companies' supplier."""
    row = _domestic("GRP-MFG", "安庐智能制造有限公司", "442000", 5000, "SUPPLIER", "supplier", "中山市")
    row["party"]["uscc"] = credit_code(FACTORY)
    return row


def _projects() -> list[dict[str, Any]]:
    return [
        _domestic(f"PRO-{place + 1:03d}", f"{name}有限公司", "110108", 3000 + place, "PROJECT", "customer", "北京市")
        for place, name in enumerate(PROJECT_NAMES)
    ]


def _forwarders() -> list[dict[str, Any]]:
    return [
        _domestic(f"FWD-{place + 1:03d}", f"{name}有限公司", "310115", 4000 + place, "FORWARDER", "forwarder", "上海市")
        for place, name in enumerate(FORWARDERS)
    ]


def _foreign() -> list[dict[str, Any]]:
    return [
        {
            "group": "FOREIGN",
            "role": "supplier",
            "party": {
                "code": f"FOR-{place + 1:03d}",
                "name": name,
                "country": country,
                "postcode": postcode,
                "email": email,
                "phone": phone,
            },
            "address": {"street": f"{place + 11} Harbour Road", "postcode": postcode, "phone": phone},
        }
        for place, (name, country, postcode, email, phone) in enumerate(FOREIGN)
    ]
