"""What the products are made of: assemblies, parts and materials, and the bills of material four levels deep."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from .catalogue import CAMERAS, CENT, LOCKS, SAFES, VIEWERS, products


@dataclass(frozen=True)
class Part:
    """Something bought or made to be built in; ``cost`` is a base unit's."""

    code: str
    name_en: str
    name_zh: str
    kind: str
    category: str
    unit: str
    cost: Decimal


# code, names, base unit, cost a base unit
MATERIALS = [
    ("RM-ZN", "Zinc alloy ingot", "锌合金锭", "KG", "24.60"),
    ("RM-AL", "Aluminium profile", "铝型材", "KG", "21.80"),
    ("RM-ST15", "Steel sheet 1.5 mm", "冷轧钢板 1.5 毫米", "KG", "5.20"),
    ("RM-ST20", "Steel sheet 2 mm", "冷轧钢板 2 毫米", "KG", "5.10"),
    ("RM-ST40", "Steel plate 4 mm", "钢板 4 毫米", "KG", "4.90"),
    ("RM-SUS", "Stainless strip 304", "304 不锈钢带", "KG", "16.40"),
    ("RM-CU", "Brass bar", "黄铜棒", "KG", "58.00"),
    ("RM-ABS", "ABS granules", "ABS 塑料粒子", "KG", "13.20"),
    ("RM-PC", "PC granules", "PC 塑料粒子", "KG", "18.50"),
    ("RM-PMMA", "PMMA granules", "亚克力粒子", "KG", "17.10"),
    ("RM-SIL", "Silicone rubber", "硅橡胶", "KG", "26.00"),
    ("RM-PWD", "Powder coating", "喷涂粉末", "KG", "32.00"),
    ("RM-PNT", "Electrophoretic paint", "电泳漆", "KG", "45.00"),
    ("RM-GLS", "Tempered glass", "钢化玻璃片", "PCS", "6.80"),
    ("RM-FR4", "FR-4 laminate", "FR-4 覆铜板", "KG", "38.00"),
    ("RM-SLD", "Solder paste", "锡膏", "KG", "310.00"),
    ("RM-WIRE", "Electronic wire", "电子线", "M", "0.42"),
    ("RM-GLUE", "Structural adhesive", "结构胶", "KG", "66.00"),
    ("RM-FELT", "Flannel lining", "植绒布", "M", "7.20"),
    ("RM-EPE", "EPE foam", "珍珠棉", "KG", "15.50"),
]
PARTS = [
    ("PT-MCU32", "Microcontroller, 32 bit", "32 位单片机", "9.80"),
    ("PT-SOC", "Video SoC", "视频处理芯片", "21.00"),
    ("PT-BLE", "Bluetooth chip", "蓝牙芯片", "4.60"),
    ("PT-WIFI", "Wi-Fi module", "Wi-Fi 模组", "7.60"),
    ("PT-NFC", "NFC reader chip", "NFC 读卡芯片", "5.40"),
    ("PT-FLASH", "Flash memory", "闪存芯片", "3.10"),
    ("PT-PMIC", "Power management chip", "电源管理芯片", "2.90"),
    ("PT-PASSIVE", "Resistors and capacitors, set", "阻容件套料", "1.80"),
    ("PT-CONN", "Connector set", "连接器套料", "2.20"),
    ("PT-LED", "LED strip", "发光二极管组", "0.90"),
    ("PT-IRLED", "Infrared LED", "红外灯", "1.10"),
    ("PT-SPK", "Speaker", "扬声器", "2.40"),
    ("PT-MIC", "Microphone", "麦克风", "0.80"),
    ("PT-PIR", "Infrared body sensor", "人体红外传感器", "3.60"),
    ("PT-RADAR", "Radar module", "毫米波雷达模组", "16.00"),
    ("PT-CMOS2", "Image sensor 2K", "2K 图像传感器", "12.50"),
    ("PT-CMOS4", "Image sensor 4K", "4K 图像传感器", "31.00"),
    ("PT-LENS", "Lens", "镜头", "6.50"),
    ("PT-LCD3", "LCD screen 3.5 inch", "3.5 英寸液晶屏", "24.00"),
    ("PT-LCD5", "LCD screen 5 inch", "5 英寸液晶屏", "48.00"),
    ("PT-FPS", "Fingerprint sensor", "指纹传感器", "11.00"),
    ("PT-FPSC", "Fingerprint sensor, semiconductor", "半导体指纹传感器", "21.00"),
    ("PT-FACE", "3D face module", "3D 人脸模组", "218.00"),
    ("PT-PALM", "Palm-vein module", "掌静脉模组", "486.00"),
    ("PT-KEYPAD", "Touch keypad", "触摸按键板", "7.20"),
    ("PT-MOTOR", "Micro motor", "微型电机", "8.40"),
    ("PT-GEAR", "Gear set", "齿轮组", "3.80"),
    ("PT-STEP", "Stepper motor", "步进电机", "6.10"),
    ("PT-LATCH", "Latch bolt", "斜舌", "4.20"),
    ("PT-DEAD", "Dead bolt", "方舌", "5.60"),
    ("PT-SPRING", "Spring set", "弹簧组", "0.70"),
    ("PT-SPINDLE", "Spindle", "方杆", "1.90"),
    ("PT-PIN", "Cylinder pins, set", "锁芯弹子组", "1.40"),
    ("PT-KEYBLK", "Key blank", "钥匙坯", "0.90"),
    ("PT-HINGE", "Concealed hinge", "暗铰链", "6.80"),
    ("PT-BOLT", "Safe bolt", "保险箱锁栓", "5.20"),
    ("PT-SCREW4", "Screws M4, set", "M4 螺丝组", "0.60"),
    ("PT-SCREW6", "Screws M6, set", "M6 螺丝组", "0.90"),
    ("PT-GASKET", "Gasket", "密封圈", "0.50"),
    ("PT-BAT18", "Cell 18650", "18650 电芯", "9.60"),
    ("PT-BATBOX", "Battery box", "电池盒", "2.10"),
    ("PT-SOLAR", "Solar cell", "太阳能电池片", "19.00"),
    ("PT-LABEL", "Label set", "标签组", "0.30"),
    ("PT-MANUAL", "Manual", "说明书", "0.80"),
    ("PT-BOXS", "Carton, small", "小号彩盒", "2.20"),
    ("PT-BOXM", "Carton, medium", "中号彩盒", "4.60"),
    ("PT-BOXL", "Carton, large", "大号纸箱", "11.50"),
    ("PT-ANT", "Antenna", "天线", "1.20"),
]
# common assemblies: code, names, components
COMMON: list[Assembly] = [
    ("AS-GEARBOX", "Drive unit", "驱动电机总成", {"PT-MOTOR": 1, "PT-GEAR": 1, "RM-ABS": "0.04"}),
    ("AS-BODY68", "Lock body 6068", "6068 锁体总成", {"PT-LATCH": 1, "PT-DEAD": 2, "PT-SPRING": 1, "RM-SUS": "0.62"}),
    ("AS-BODYH", "Hotel lock body", "酒店锁体总成", {"PT-LATCH": 1, "PT-DEAD": 1, "PT-SPRING": 1, "RM-SUS": "0.48"}),
    ("AS-CYL", "Cylinder, C grade", "C 级锁芯总成", {"PT-PIN": 2, "PT-KEYBLK": 5, "RM-CU": "0.21"}),
    ("AS-BATT", "Battery pack", "锂电池组", {"PT-BAT18": 2, "PT-BATBOX": 1, "PT-PMIC": 1}),
    ("AS-PACKM", "Packing, medium", "中号包装组", {"PT-BOXM": 1, "PT-MANUAL": 1, "PT-LABEL": 1, "RM-EPE": "0.12"}),
    ("AS-PACKL", "Packing, large", "大号包装组", {"PT-BOXL": 1, "PT-MANUAL": 1, "PT-LABEL": 1, "RM-EPE": "0.55"}),
    ("AS-PACKS", "Packing, small", "小号包装组", {"PT-BOXS": 1, "PT-MANUAL": 1, "PT-LABEL": 1, "RM-EPE": "0.05"}),
]
LOCK_SENSOR = {"A3": "PT-FACE", "P7": "PT-FPSC", "V9": "PT-PALM", "H2": "PT-NFC"}

MADE = Decimal("1.05")  # work and overheads of one level

Bill = dict[str, Decimal]
Needs = dict[str, int | str]
Assembly = tuple[str, str, str, Needs]


@cache
def parts() -> list[Part]:
    """Answer everything that is built in, lowest level first."""
    found = [Part(code, en, zh, "material", "MATERIAL", unit, Decimal(cost)) for code, en, zh, unit, cost in MATERIALS]
    found += [Part(code, en, zh, "component", "PART", "PCS", Decimal(cost)) for code, en, zh, cost in PARTS]
    costs = {part.code: part.cost for part in found}
    for code, en, zh, needs in [*COMMON, *_of_series()]:
        costs[code] = _cost_of(_bill(needs), costs)
        found.append(Part(code, en, zh, "component", "ASSEMBLY", "PCS", costs[code]))
    return found


@cache
def bills() -> dict[str, Bill]:
    """Answer what each made item needs a piece, by item code."""
    found: dict[str, Bill] = {code: _bill(needs) for code, _, _, needs in [*COMMON, *_of_series()]}
    for product in products():
        if needs := _product_needs(product.category, product.series):
            found[product.code] = _bill(needs)
    return found


@cache
def unit_costs() -> dict[str, Decimal]:
    """Answer the cost a base unit of every item, without VAT: bought ones by price, made ones by what they need."""
    costs = {part.code: part.cost for part in parts()}
    for product in products():
        needs = bills().get(product.code)
        costs[product.code] = _cost_of(needs, costs) if needs else product.bought_cost
    return costs


def _cost_of(needs: Bill, costs: dict[str, Decimal]) -> Decimal:
    """Answer what a piece costs: its components and the work of this level."""
    material = sum((costs[code] * quantity for code, quantity in needs.items()), Decimal())
    return (material * MADE).quantize(CENT, ROUND_HALF_UP)


def _bill(needs: Needs) -> Bill:
    return {code: Decimal(quantity) for code, quantity in needs.items()}


def _product_needs(category: str, series: str) -> Needs:
    if series == "D2":
        return {"AS-FD2": 1, "PT-LATCH": 1, "PT-BAT18": 1, "AS-PACKS": 1}
    if category == "LOCK":
        body = "AS-BODYH" if series == "H2" else "AS-BODY68"
        return {f"AS-F{series}": 1, f"AS-R{series}": 1, body: 1, "AS-CYL": 1, "AS-BATT": 1, "AS-PACKM": 1}
    if category == "VIEWER":
        return {f"AS-S{series}": 1, f"AS-N{series}": 1, "AS-BATT": 1, "AS-PACKS": 1}
    if category == "CAMERA":
        return {f"AS-M{series}": 1, f"AS-H{series}": 1, "AS-PACKS": 1, "PT-SCREW4": 1}
    if category == "SAFE":
        return {f"AS-B{series}": 1, f"AS-D{series}": 1, f"AS-L{series}": 1, "AS-PACKL": 1}
    return {}


@cache
def _of_series() -> list[Assembly]:
    """Answer the assemblies made for one series; a board's bare board is their third level, laminate the fourth."""
    return [*_lock_assemblies(), *_viewer_assemblies(), *_camera_assemblies(), *_safe_assemblies()]


def _boards(series: str, chips: Needs) -> Iterator[Assembly]:
    """Yield the bare board of a series and the board with its parts."""
    bare = f"PB-{series}"
    yield bare, f"{series} bare board", f"{series} 裸板", {"RM-FR4": "0.05", "RM-PNT": "0.01"}
    needs: Needs = {bare: 1, "PT-PMIC": 1, "PT-PASSIVE": 1, "PT-CONN": 1, "RM-SLD": "0.004"}
    yield f"BD-{series}", f"{series} main board", f"{series} 主板", needs | chips


def _lock_assemblies() -> Iterator[Assembly]:
    for series, (_, _, price, _, _, _) in LOCKS.items():
        yield from _boards(series, {"PT-MCU32": 1, "PT-BLE": 1, "PT-FLASH": 1, "PT-ANT": 1})
        shell: Needs = {"RM-ZN": f"{price / 500:.2f}", "RM-PWD": "0.03"}
        yield f"SH-{series}", f"{series} front shell", f"{series} 前壳", shell
        front: Needs = {f"SH-{series}": 1, f"BD-{series}": 1, "PT-KEYPAD": 1, "PT-SPK": 1, "PT-GASKET": 1}
        sensor = LOCK_SENSOR.get(series, "PT-FPS")
        extra: Needs = {"PT-CMOS4": 1, "PT-LENS": 1, "PT-WIFI": 1, "PT-SOC": 1, "PT-RADAR": 1} if series == "P7" else {}
        yield f"AS-F{series}", f"{series} front panel", f"{series} 前面板总成", front | {sensor: 1} | extra
        if series == "D2":  # a padlock has no rear panel
            continue
        yield f"SR-{series}", f"{series} rear shell", f"{series} 后壳", {"RM-ZN": f"{price / 700:.2f}", "RM-ABS": "0.1"}
        rear: Needs = {f"SR-{series}": 1, "AS-GEARBOX": 1, "PT-SPINDLE": 1, "PT-SCREW6": 1, "RM-WIRE": "0.6"}
        screen: Needs = {"PT-LCD5": 1, "PT-BAT18": 4} if series == "P7" else {}
        yield f"AS-R{series}", f"{series} rear panel", f"{series} 后面板总成", rear | screen


def _viewer_assemblies() -> Iterator[Assembly]:
    for series, (_, _, price, _, _) in VIEWERS.items():
        yield from _boards(series, {"PT-SOC": 1, "PT-WIFI": 1, "PT-FLASH": 1})
        screen = "PT-LCD5" if price > 600 else "PT-LCD3"
        inner: Needs = {f"BD-{series}": 1, screen: 1, "RM-ABS": "0.14", "PT-MIC": 1, "PT-SPK": 1}
        yield f"AS-S{series}", f"{series} indoor unit", f"{series} 室内机总成", inner
        outer: Needs = {"PT-CMOS2": 1, "PT-LENS": 1, "PT-IRLED": 2, "PT-PIR": 1, "RM-AL": "0.08"}
        radar: Needs = {"PT-RADAR": 1} if series == "E8" else {}
        yield f"AS-N{series}", f"{series} outdoor unit", f"{series} 室外机总成", outer | radar


def _camera_assemblies() -> Iterator[Assembly]:
    for series, (_, _, price, _) in CAMERAS.items():
        yield from _boards(series, {"PT-SOC": 1, "PT-WIFI": 1, "PT-ANT": 1})
        module: Needs = {f"BD-{series}": 1, "PT-LENS": 1, "PT-IRLED": 4, "PT-MIC": 1}
        module["PT-CMOS4" if price > 300 else "PT-CMOS2"] = 1
        yield f"AS-M{series}", f"{series} camera module", f"{series} 机芯总成", module
        housing: Needs = {"RM-PC": "0.11", "RM-ABS": "0.09", "PT-GASKET": 1}
        solar: Needs = {"PT-SOLAR": 1} if series == "C5" else {"PT-STEP": 2} if series != "C1" else {}
        yield f"AS-H{series}", f"{series} housing", f"{series} 外壳总成", housing | solar


def _safe_assemblies() -> Iterator[Assembly]:
    for series, (_, _, price, _, _) in SAFES.items():
        yield from _boards(series, {"PT-MCU32": 1, "PT-LED": 1})
        weight = price / 28
        body: Needs = {"RM-ST20": f"{weight:.2f}", "RM-PWD": "0.25", "RM-FELT": "0.8"}
        yield f"AS-B{series}", f"{series} body", f"{series} 箱体总成", body
        door: Needs = {"RM-ST40": f"{weight / 2:.2f}", "PT-HINGE": 2, "PT-BOLT": 3, "RM-PWD": "0.1"}
        yield f"AS-D{series}", f"{series} door", f"{series} 箱门总成", door
        lock: Needs = {f"BD-{series}": 1, "PT-FPS": 1, "PT-KEYPAD": 1, "PT-STEP": 1, "RM-ABS": "0.06"}
        yield f"AS-L{series}", f"{series} electronic lock", f"{series} 电子锁总成", lock
