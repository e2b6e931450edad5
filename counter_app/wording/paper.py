"""Sentences about papers: fonts, symbols, texts that no page holds."""

from __future__ import annotations

from counter_app.wording.sentence import Sentence

WORDS: dict[str, Sentence] = {
    "paper": Sentence(
        "Chưa lập được bản in.",
        "Dữ liệu hồ sơ vẫn nguyên.",
        "Thử in lại bằng F10; nếu vẫn vậy, báo quản trị.",
    ),
    "paper.no_fonts": Sentence(
        "Chưa in được: máy này không có phông chữ in đủ chữ Việt (đã xem: {refused}).",
        "Hồ sơ đã lưu không bị ảnh hưởng.",
        "Cài gói fonts-liberation2 (Linux) hoặc Times New Roman (Windows), rồi nhấn F10 để in.",
    ),
    "paper.symbol": Sentence(
        "Chưa in: mã vạch của hồ sơ {dossier} đọc lại không khớp.",
        "Hồ sơ vẫn nguyên; không có tờ nào mang mã sai được in ra.",
        "Kiểm tra lại mã hồ sơ rồi nhấn F10 để in.",
    ),
    "paper.too_long": Sentence(
        "Chưa in được: nội dung “{what}” dài hơn một trang giấy.",
        "Hồ sơ vẫn nguyên; không chữ nào bị cắt bỏ.",
        "Rút ngắn nội dung này (F4) rồi nhấn F10 để in.",
    ),
    "paper.preview": Sentence(
        "Chưa xem trước được: tệp này không phải PDF hoặc đã hỏng.",
        "Dữ liệu hồ sơ vẫn nguyên.",
        "Lập lại bản in bằng Shift+F9.",
    ),
}

PROBLEMS: dict[str, str] = {}
