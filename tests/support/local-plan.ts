// A plan that the platform has never seen: a province of the two tiers asks its communes and departments, with outlines annexed.

/** Two classes with two annexed outlines, three visits of which one place has been merged since, one task. */
export const localPlanText = `
ỦY BAN NHÂN DÂN
TỈNH CÀ MAU
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 57/KH-UBND
Cà Mau, ngày 09 tháng 3 năm 2026

KẾ HOẠCH
Tổng kết 05 năm thực hiện Chỉ thị số 21/CT-TTg ngày 04 tháng 5 năm 2021 của Thủ tướng Chính phủ về nước sạch nông thôn trên địa bàn tỉnh

I. MỤC ĐÍCH, YÊU CẦU
1. Đánh giá việc cấp nước sạch cho hộ dân sau 05 năm; làm rõ việc làm được, việc chưa làm được.
2. Số liệu lấy đến ngày 31/12/2025.

II. NỘI DUNG
1. Công tác chỉ đạo của chính quyền địa phương.
2. Tỷ lệ hộ dùng nước sạch; công trình hư hỏng.

III. HÌNH THỨC TỔNG KẾT
1. Ủy ban nhân dân các xã, phường báo cáo theo Mẫu số 01, gửi về Sở Nông nghiệp và Môi trường trước ngày 15 tháng 4 năm 2026.
2. Sở Y tế, Sở Xây dựng báo cáo theo Mẫu số 02, gửi chậm nhất ngày 20 tháng 4 năm 2026.

IV. KHẢO SÁT
Đoàn công tác của tỉnh khảo sát tại 03 địa phương: xã Đất Mũi, xã Năm Căn, xã Viên An Đông, từ ngày 20 tháng 4 năm 2026 đến ngày 25 tháng 4 năm 2026.

V. TỔ CHỨC THỰC HIỆN
1. Sở Nông nghiệp và Môi trường chủ trì, phối hợp với Sở Tài chính tổng hợp, hoàn thành báo cáo tổng kết của tỉnh trước ngày 10 tháng 5 năm 2026.

Nơi nhận:
- Các sở, ban, ngành cấp tỉnh;
- UBND các xã, phường;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Trần Hữu Phước

Mẫu số 01
ĐỀ CƯƠNG BÁO CÁO CỦA XÃ, PHƯỜNG
I. ĐẶC ĐIỂM TÌNH HÌNH
II. KẾT QUẢ THỰC HIỆN
1. Chỉ đạo, phân công
2. Hộ dân dùng nước sạch
- Nêu số hộ theo từng ấp, khóm.
III. HẠN CHẾ, NGUYÊN NHÂN
IV. KIẾN NGHỊ

Mẫu số 02
ĐỀ CƯƠNG BÁO CÁO CỦA SỞ
I. VIỆC ĐƯỢC GIAO VÀ KẾT QUẢ
II. KHÓ KHĂN, VƯỚNG MẮC
III. KIẾN NGHỊ, ĐỀ XUẤT
`.trim();
