; What the installer says. Each refusal: what is, what is safe, what to do next.
!macro Text NAME WORDS
  LangString ${NAME} ${LANG_VIETNAMESE} `${WORDS}`
!macroend
!insertmacro Text Product "Quầy một cửa"
!insertmacro Text Described "Tiếp nhận và trả kết quả tại bộ phận một cửa"
!insertmacro Text Practising "Quầy một cửa (tập huấn)"
!insertmacro Text PractisingDescribed "Tập làm với hồ sơ mẫu, không có giá trị"
!insertmacro Text Welcome "Chương trình được cài cho mọi tài khoản của máy này.$\r$\n$\r$\nNếu máy đã có bản cũ, bản mới thay thế bản cũ; hồ sơ, số đã cấp và cài đặt của quầy được giữ nguyên.$\r$\n$\r$\nBấm Tiến để bắt đầu."
!insertmacro Text Finished "Đã cài xong. Mở chương trình từ menu Start: Quầy một cửa.$\r$\n$\r$\nLần đầu, chương trình hỏi địa chỉ máy chủ của tỉnh và mã đăng ký một lần."
!insertmacro Text OldWindows "Chương trình cần Windows 10 (bản 1809 trở lên) hoặc Windows 11. Máy này dùng Windows cũ hơn.$\r$\n$\r$\nChưa có gì được cài, dữ liệu trên máy vẫn nguyên.$\r$\n$\r$\nHãy nâng cấp Windows, hoặc cài trên máy khác."
!insertmacro Text Not64 "Chương trình cần Windows 64-bit trên bộ xử lý Intel hoặc AMD (x64). Máy này không phải loại đó.$\r$\n$\r$\nChưa có gì được cài, dữ liệu trên máy vẫn nguyên.$\r$\n$\r$\nHãy cài Windows 64-bit, hoặc cài trên máy khác."
!insertmacro Text NeedsRights "Cần quyền quản trị của máy để cài hoặc gỡ chương trình.$\r$\n$\r$\nChưa có gì thay đổi.$\r$\n$\r$\nBấm chuột phải vào tệp này, chọn Chạy với quyền quản trị (Run as administrator)."
!insertmacro Text IsRunning "Chương trình Quầy một cửa đang mở trên máy này, có thể trong tài khoản của người khác.$\r$\n$\r$\nChưa có gì thay đổi, dữ liệu vẫn nguyên.$\r$\n$\r$\nHãy kết thúc ca, đóng chương trình ở mọi tài khoản rồi chạy lại tệp này."
!insertmacro Text IsNewer "Máy này đã có bản mới hơn bản ${VERSION}. Bản cũ không đọc được dữ liệu của bản mới.$\r$\n$\r$\nChưa có gì thay đổi.$\r$\n$\r$\nHãy dùng tệp cài đặt mới nhất. Chỉ quay về bản cũ theo hướng dẫn của tỉnh, với lựa chọn /ROLLBACK."
!insertmacro Text NotWritten "Không ghi được hết các tệp của chương trình: ổ đĩa đầy, hoặc phần mềm diệt vi-rút đang chặn.$\r$\n$\r$\nBản đang có trên máy và dữ liệu vẫn nguyên.$\r$\n$\r$\nHãy giải phóng ít nhất 500 MB, rồi chạy lại tệp này."
!insertmacro Text NoRightsGiven "Đã chép chương trình, nhưng chưa đặt được quyền ghi cho thư mục dữ liệu của quầy.$\r$\n$\r$\nDữ liệu đang có vẫn nguyên.$\r$\n$\r$\nHãy xem lại tên nhóm sau /OFFICERS=, rồi chạy lại tệp này."
!insertmacro Text AskData "Chương trình đã được gỡ. Dữ liệu của quầy vẫn còn trên máy này.$\r$\n$\r$\nXóa cả dữ liệu? Hồ sơ chưa gửi về tỉnh sẽ mất, không lấy lại được.$\r$\n$\r$\nNếu không chắc, chọn Không."
!insertmacro Text AskAgain "Xóa vĩnh viễn toàn bộ hồ sơ, sổ và số đã cấp của quầy trên máy này?"
