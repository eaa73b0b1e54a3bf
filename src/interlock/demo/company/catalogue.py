"""What the sample company sells: locks, door viewers, cameras, safes and accessories, as plain data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

CENT = Decimal("0.01")
BOUGHT_PCT = 45
NET_OF_VAT = {"VAT13": Decimal("1.13"), "VAT9": Decimal("1.09"), "VAT6": Decimal("1.06"), "VAT0": Decimal(1)}


@dataclass(frozen=True)
class Product:
    """Something a shop sells: list price with VAT, what a piece costs us, how often it is wanted."""

    code: str
    name_en: str
    name_zh: str
    category: str
    series: str
    price: Decimal
    policy: str
    serial_tracked: bool
    demand: float
    tax: str = "VAT13"
    gift: bool = False
    sold_out: bool = False

    @property
    def bought_cost(self) -> Decimal:
        """Answer what a piece costs when it is bought and not made, without VAT."""
        return (self.price / NET_OF_VAT[self.tax] * BOUGHT_PCT / 100).quantize(CENT, ROUND_HALF_UP)


COLOURS = {
    "BK": ("black", "曜石黑"),
    "GD": ("champagne gold", "香槟金"),
    "CP": ("red copper", "红古铜"),
    "SV": ("silver", "星空银"),
}

# series: name, price of the first colour, colours, when revenue is recognised, how often wanted
LOCKS = {
    "A1": ("A1 fingerprint lock", "A1 指纹锁", 899, "BK GD CP SV", "at_receipt", 60),
    "A3": ("A3 face recognition lock", "A3 人脸识别锁", 1699, "BK GD CP", "at_installation", 90),
    "P5": ("P5 push-pull lock", "P5 推拉式智能锁", 1299, "BK GD CP SV", "at_installation", 110),
    "P7": ("P7 video lock", "P7 可视猫眼智能锁", 2399, "BK GD CP", "at_installation", 100),
    "V9": ("V9 palm-vein lock", "V9 掌静脉智能锁", 3299, "BK GD CP", "at_installation", 40),
    "H2": ("H2 hotel card lock", "H2 酒店刷卡锁", 599, "BK SV", "at_receipt", 12),
    "G1": ("G1 glass-door lock", "G1 玻璃门指纹锁", 499, "BK SV", "at_receipt", 16),
    "D2": ("D2 fingerprint padlock", "D2 指纹挂锁", 259, "BK GD SV", "at_receipt", 30),
}
VIEWERS = {
    "E2": ("E2 door viewer", "E2 电子猫眼", 299, "BK GD SV", 45),
    "E4": ("E4 wide-angle door viewer", "E4 广角电子猫眼", 459, "BK GD SV", 40),
    "E6": ("E6 2K door viewer", "E6 2K 可视门铃猫眼", 699, "BK GD SV", 30),
    "E8": ("E8 door viewer with radar", "E8 雷达人体侦测猫眼", 899, "BK GD SV", 18),
}
CAMERAS = {
    "C1": ("C1 indoor camera", "C1 室内摄像头", 179, 55),
    "C2": ("C2 pan-and-tilt camera", "C2 云台摄像头", 259, 80),
    "C3": ("C3 outdoor camera", "C3 室外防水摄像头", 339, 45),
    "C4": ("C4 doorbell camera", "C4 门铃摄像头", 399, 30),
    "C5": ("C5 solar camera", "C5 太阳能摄像头", 569, 22),
}
RESOLUTIONS = {"2K": ("2K", "2K", 0), "3K": ("3K", "3K", 60), "4K": ("4K", "4K 超清", 140)}
SAFES = {
    "S25": ("S25 bedside safe", "S25 床头保险箱", 499, "BK GD SV", 26),
    "S45": ("S45 home safe", "S45 家用保险箱", 799, "BK GD CP", 30),
    "S60": ("S60 office safe", "S60 办公保险箱", 1399, "BK GD CP", 14),
    "S80": ("S80 tall safe", "S80 立式保险柜", 2299, "BK GD CP", 8),
    "S15": ("S15 hidden wall safe", "S15 入墙式保险箱", 599, "BK SV GD", 6),
}
# code, name, price, how often wanted, tax class, may be a gift
ACCESSORIES = [
    ("BAT-5000", "Lithium battery 5000 mAh", "锂电池 5000 毫安", 89, 90, "VAT13", 0),
    ("BAT-AA8", "Alkaline batteries, 8", "碱性电池 8 节装", 29, 120, "VAT13", 1),
    ("CARD-IC", "IC key cards, 5", "IC 门卡 5 张装", 39, 70, "VAT13", 1),
    ("CARD-NFC", "NFC stickers, 3", "NFC 贴纸 3 枚装", 25, 45, "VAT13", 1),
    ("CYL-C70", "C-grade cylinder 70 mm", "C 级锁芯 70 毫米", 159, 28, "VAT13", 0),
    ("CYL-C80", "C-grade cylinder 80 mm", "C 级锁芯 80 毫米", 169, 26, "VAT13", 0),
    ("CYL-C90", "C-grade cylinder 90 mm", "C 级锁芯 90 毫米", 179, 18, "VAT13", 0),
    ("BODY-6068", "Lock body 6068", "6068 锁体", 259, 16, "VAT13", 0),
    ("BODY-BW", "Overlord lock body", "霸王锁体", 329, 10, "VAT13", 0),
    ("PLATE-STD", "Strike plate", "锁扣板", 35, 14, "VAT13", 0),
    ("PLATE-ADJ", "Adjustable strike plate", "可调锁扣板", 49, 12, "VAT13", 0),
    ("HNDL-L", "Handle, left", "左开门把手", 79, 8, "VAT13", 0),
    ("HNDL-R", "Handle, right", "右开门把手", 79, 8, "VAT13", 0),
    ("COVER-RAIN", "Rain cover", "防雨罩", 45, 30, "VAT13", 1),
    ("COVER-DEC", "Decorative plate", "装饰盖板", 59, 22, "VAT13", 0),
    ("GW-2", "Wi-Fi gateway", "Wi-Fi 网关", 129, 60, "VAT13", 0),
    ("GW-Z", "Zigbee gateway", "Zigbee 网关", 169, 30, "VAT13", 0),
    ("BELL-W", "Wireless chime", "无线门铃接收器", 69, 42, "VAT13", 0),
    ("SENS-DOOR", "Door sensor", "门磁传感器", 59, 48, "VAT13", 0),
    ("SENS-PIR", "Motion sensor", "人体传感器", 79, 36, "VAT13", 0),
    ("SENS-SMOKE", "Smoke detector", "烟雾报警器", 99, 25, "VAT13", 0),
    ("SENS-GAS", "Gas detector", "燃气报警器", 139, 20, "VAT13", 0),
    ("SENS-WATER", "Water leak sensor", "水浸传感器", 59, 18, "VAT13", 0),
    ("SD-064", "Memory card 64 GB", "存储卡 64GB", 59, 75, "VAT13", 0),
    ("SD-128", "Memory card 128 GB", "存储卡 128GB", 99, 65, "VAT13", 0),
    ("SD-256", "Memory card 256 GB", "存储卡 256GB", 169, 30, "VAT13", 0),
    ("MNT-WALL", "Wall mount", "壁装支架", 29, 40, "VAT13", 1),
    ("MNT-POLE", "Pole mount", "抱杆支架", 49, 15, "VAT13", 0),
    ("MNT-SUCT", "Suction mount", "吸盘支架", 25, 12, "VAT13", 0),
    ("PWR-5V2A", "Power adapter 5 V 2 A", "电源适配器 5V2A", 39, 38, "VAT13", 0),
    ("PWR-SOLAR", "Solar panel 5 W", "太阳能板 5W", 149, 20, "VAT13", 0),
    ("CBL-3M", "Power cable 3 m", "电源线 3 米", 19, 34, "VAT13", 1),
    ("CBL-10M", "Outdoor cable 10 m", "室外电源线 10 米", 45, 16, "VAT13", 0),
    ("LENS-WIPE", "Lens cleaning kit", "镜头清洁套装", 15, 24, "VAT13", 1),
    ("SAFE-MAT", "Safe lining mat", "保险箱绒布内衬", 39, 12, "VAT13", 1),
    ("SAFE-BOLT", "Anchor bolts for safes", "保险箱膨胀螺栓", 19, 18, "VAT13", 1),
    ("TOOL-DRILL", "Installation tool set", "安装工具套装", 129, 10, "VAT13", 0),
    ("CLOUD-1Y", "Cloud storage card, 1 year", "云存储年卡", 118, 50, "VAT6", 0),
    ("CLOUD-1M", "Cloud storage card, 1 month", "云存储月卡", 15, 20, "VAT6", 1),
    ("BOOK-HOME", "Home security handbook", "《家庭安防手册》", 32, 6, "VAT9", 1),
]
SOLD_OUT = frozenset({"LK-V9-CP", "DV-E8-GD", "SF-S80-CP"})


@cache
def products() -> list[Product]:
    """Answer everything sold, some 110 products."""
    return [*_locks(), *_viewers(), *_cameras(), *_safes(), *_accessories()]


def _locks() -> Iterator[Product]:
    for series, (en, zh, price, colours, policy, demand) in LOCKS.items():
        for place, colour in enumerate(colours.split()):
            yield _coloured("LK", series, en, zh, price, colour, place, demand, "LOCK", policy, serial=True)


def _viewers() -> Iterator[Product]:
    for series, (en, zh, price, colours, demand) in VIEWERS.items():
        for place, colour in enumerate(colours.split()):
            yield _coloured("DV", series, en, zh, price, colour, place, demand, "VIEWER", "at_receipt", serial=False)


def _safes() -> Iterator[Product]:
    for series, (en, zh, price, colours, demand) in SAFES.items():
        for place, colour in enumerate(colours.split()):
            yield _coloured("SF", series, en, zh, price, colour, place, demand, "SAFE", "at_receipt", serial=True)


def _coloured(  # noqa: PLR0913 - one row of a catalogue
    prefix: str, series: str, en: str, zh: str, price: int, colour: str, place: int, demand: int,
    category: str, policy: str, *, serial: bool,
) -> Product:  # fmt: skip
    name_en, name_zh = COLOURS[colour]
    code = f"{prefix}-{series}-{colour}"
    return Product(
        code, f"{en}, {name_en}", f"{zh} {name_zh}", category, series, Decimal(price + 50 * place),
        policy, serial, demand / 2**place, sold_out=code in SOLD_OUT,
    )  # fmt: skip


def _cameras() -> Iterator[Product]:
    for series, (en, zh, price, demand) in CAMERAS.items():
        for place, (code, (name_en, name_zh, more)) in enumerate(RESOLUTIONS.items()):
            yield Product(
                f"CM-{series}-{code}", f"{en}, {name_en}", f"{zh} {name_zh}", "CAMERA", series, Decimal(price + more),
                "at_receipt", serial_tracked=True, demand=demand / 2**place,
            )  # fmt: skip


def _accessories() -> Iterator[Product]:
    for code, en, zh, price, demand, tax, gift in ACCESSORIES:
        yield Product(
            f"AC-{code}", en, zh, "ACCESSORY", "", Decimal(price), "at_shipment", serial_tracked=False,
            demand=float(demand), tax=tax, gift=bool(gift),
        )  # fmt: skip
