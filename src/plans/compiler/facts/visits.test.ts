// Visits as plans write them: who is visited, and when. Each line is a habit of real plans, in words of our own.
import { expect, test } from 'vitest';
import { compilePlan } from '../compile.ts';

const head =
  'TỈNH ỦY BÌNH AN\nSố 12-KH/TU\nBình An, ngày 14 tháng 4 năm 2025\nKẾ HOẠCH\nTổng kết công tác hòa giải\nThực hiện chương trình công tác, Ban Thường vụ ban hành Kế hoạch như sau:\nI. MỤC ĐÍCH\n1. Đánh giá kết quả.\nII. KHẢO SÁT\n';
const read = (body: string) =>
  compilePlan({
    text: `${head}${body}\nIII. TỔ CHỨC THỰC HIỆN\n1. Văn phòng theo dõi.\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\nRơ Châm H’Yéo\n`,
  }).plan;
const dayOf = (w: { from: string | null; to: string | null; precision: string } | null) =>
  w === null ? '-' : w.from === null ? w.precision : w.from === w.to ? w.from : `${w.from}…${w.to}`;
const visits = (body: string) => read(body).visits.map((v) => `${v.units.join(', ')} @ ${dayOf(v.window)}`);

test.each<[string, string[]]>([
  [
    '1. Đoàn công tác số 1 do đồng chí Trưởng ban làm Trưởng đoàn, làm việc với Tỉnh ủy Lạng Sơn, Tỉnh ủy Cao Bằng trong tháng 9/2025.',
    ['Tỉnh ủy Lạng Sơn, Tỉnh ủy Cao Bằng @ 2025-09-01…2025-09-30'],
  ],
  [
    '1. Khảo sát thực tế 3 tỉnh: Hà Giang, Điện Biên, Kon Tum (dự kiến tuần 2 tháng 9/2025).',
    ['Hà Giang, Điện Biên, Kon Tum @ week'],
  ],
  [
    '1. Kiểm tra tại 02 đơn vị: Sở Y tế (sáng 12/9), Sở Nội vụ (chiều 15/9).',
    ['Sở Y tế @ 2025-09-12', 'Sở Nội vụ @ 2025-09-15'],
  ],
  [
    '1. Giám sát trực tiếp tại UBND huyện Tân An và UBND huyện Phú Lộc, từ ngày 10 đến ngày 12/9/2025.',
    ['UBND huyện Tân An, UBND huyện Phú Lộc @ 2025-09-10…2025-09-12'],
  ],
  [
    '1. Tổ chức khảo sát trực tiếp tại một số địa phương (Hà Nội, Nghệ An, Cần Thơ) trong quý III/2025.',
    ['Hà Nội, Nghệ An, Cần Thơ @ 2025-07-01…2025-09-30'],
  ],
  [
    '1. Đoàn khảo sát của Ban Thường vụ làm việc với các đơn vị sau:\n- Huyện ủy Tân An, Thị ủy Phú Lộc: từ ngày 27/5 đến ngày 31/5/2025.\n- Sở Tư pháp: ngày 04/6/2025.',
    ['Huyện ủy Tân An, Thị ủy Phú Lộc @ 2025-05-27…2025-05-31', 'Sở Tư pháp @ 2025-06-04'],
  ],
  [
    '1. Lịch làm việc của Đoàn khảo sát như sau:\n- Ngày 12/9/2025: Huyện ủy Tân An.\n- Ngày 15/9/2025: sáng làm việc với Huyện ủy Phú Lộc; chiều làm việc với Sở Nội vụ.',
    ['Huyện ủy Tân An @ 2025-09-12', 'Huyện ủy Phú Lộc @ 2025-09-15', 'Sở Nội vụ @ 2025-09-15'],
  ],
  [
    '1. Đoàn số 1 làm việc với Đảng ủy Công ty Than Hà Tu vào sáng ngày 08/9/2025 và Đảng ủy Công ty Than Núi Béo vào chiều ngày 09/9/2025. Đoàn số 2 làm việc với Chi bộ Trạm Cần Đước ngày 10/9/2025.',
    [
      'Đảng ủy Công ty Than Hà Tu @ 2025-09-08',
      'Đảng ủy Công ty Than Núi Béo @ 2025-09-09',
      'Chi bộ Trạm Cần Đước @ 2025-09-10',
    ],
  ],
  [
    '1. Đoàn khảo sát làm việc tại 03 địa phương gồm: xã Tân Thành, xã Khe Sanh và đặc khu Cồn Cỏ, dự kiến từ ngày 06/5 đến 24/5/2025.',
    ['xã Tân Thành, xã Khe Sanh, đặc khu Cồn Cỏ @ 2025-05-06…2025-05-24'],
  ],
  [
    '1. Khảo sát thực địa: Tổ công tác của Sở khảo sát tại xã Mẫu Sơn, xã Bắc Xa, từ ngày 29/9/2025 đến ngày 03/10/2025; mỗi xã 01 ngày.',
    ['xã Mẫu Sơn, xã Bắc Xa @ 2025-09-29…2025-10-03'],
  ],
  [
    '1. Đối tượng\nĐoàn giám sát chọn ít nhất 04 thôn để giám sát trực tiếp sau khi thống nhất với Thường trực Đảng ủy xã.\n2. Thời gian giám sát trực tiếp: từ ngày 11/5 đến ngày 22/5/2025, mỗi đơn vị nửa ngày.',
    [' @ 2025-05-11…2025-05-22'],
  ],
  ['1. Ban Phong trào kiểm tra, đôn đốc; kịp thời phản ánh khó khăn với Thường trực Tỉnh đoàn.', []],
  [
    '1. Thành lập 02 đoàn khảo sát:\na) Đoàn 1: các tỉnh Lạng Sơn, Cao Bằng; thời gian tháng 7/2025.\nb) Đoàn 2: tỉnh Kiên Giang, thành phố Cần Thơ; thời gian tháng 8/2025.',
    [
      'Lạng Sơn, Cao Bằng @ 2025-07-01…2025-07-31',
      'tỉnh Kiên Giang, thành phố Cần Thơ @ 2025-08-01…2025-08-31',
    ],
  ],
  [
    '1. Đơn vị được khảo sát: Huyện ủy Tân An, Đảng ủy Công an tỉnh, Đảng ủy Sở Y tế.\n2. Thời gian khảo sát: trong tháng 7/2025.',
    ['Huyện ủy Tân An, Đảng ủy Công an tỉnh, Đảng ủy Sở Y tế @ 2025-07-01…2025-07-31'],
  ],
  [
    '1. Đơn vị được kiểm tra:\n- Đảng ủy Sở Y tế;\n- Đảng ủy Bệnh viện Đa khoa tỉnh.\n2. Thời gian kiểm tra: ngày 07/7/2025.',
    ['Đảng ủy Sở Y tế @ 2025-07-07', 'Đảng ủy Bệnh viện Đa khoa tỉnh @ 2025-07-07'],
  ],
  [
    '1. Thành phần Đoàn khảo sát gồm: Ban Tổ chức Tỉnh ủy, Ban Dân vận Tỉnh ủy, Văn phòng Tỉnh ủy.\n2. Đoàn kiểm tra có trách nhiệm:\n- Ban Tổ chức chuẩn bị nội dung làm việc.',
    [],
  ],
  [
    '1. Trong tháng 5/2025, Đoàn kiểm tra Đảng ủy xã An Hòa, Đảng ủy xã An Phú.',
    ['Đảng ủy xã An Hòa, Đảng ủy xã An Phú @ 2025-05-01…2025-05-31'],
  ],
  [
    '1. Làm việc trực tiếp với lãnh đạo các huyện Đại Từ, Phú Lương và thành phố Sông Công; nghe báo cáo của Sở Nội vụ. Thời gian: 04 - 15/7/2025.',
    ['Đại Từ, Phú Lương, thành phố Sông Công @ 2025-07-04…2025-07-15'],
  ],
  [
    '1. Đối tượng kiểm tra: Ban Thường vụ Đảng ủy các xã: Tân An, Tân Bình, Tân Châu.',
    ['Tân An, Tân Bình, Tân Châu @ -'],
  ],
  [
    '1. Ngày 20/5/2025 (thứ Ba):\n- 8h00 - 11h30: Làm việc tại UBND huyện Tân An.\n- 14h00: Làm việc tại UBND huyện Phú Lộc.\n2. Ngày 21/5/2025:\n- 8h00: Làm việc tại Sở Y tế.',
    ['UBND huyện Tân An @ 2025-05-20', 'UBND huyện Phú Lộc @ 2025-05-20', 'Sở Y tế @ 2025-05-21'],
  ],
  [
    '1. Khảo sát tại Bộ Công an, Bộ Quốc phòng và 02 địa phương là Hải Phòng, Bình Thuận trong tháng 8/2025.',
    ['Bộ Công an, Bộ Quốc phòng @ 2025-08-01…2025-08-31', 'Hải Phòng, Bình Thuận @ 2025-08-01…2025-08-31'],
  ],
  [
    '1. Đoàn kiểm tra tiến hành kiểm tra tại các sở: Y tế, Xây dựng và UBND các huyện Tân An, Phú Lộc trong tháng 8/2025.',
    ['Y tế, Xây dựng, Tân An, Phú Lộc @ 2025-08-01…2025-08-31'],
  ],
  [
    '1. Hội nghị tổng kết tổ chức tại Hà Nội; Đoàn làm việc với Ban Thường vụ Tỉnh ủy để thông qua báo cáo.',
    [],
  ],
  ['1. Các huyện được khảo sát: Chuẩn bị báo cáo, bố trí 01 ngày làm việc với Ủy ban nhân dân xã.', []],
  [
    '1. Lịch kiểm tra:\nNgày\nĐơn vị được kiểm tra\nĐoàn\n22/9/2025\nPhòng Giao dịch số 3\nĐoàn số 1\n23/9/2025\nPhòng Giao dịch số 7\nĐoàn số 2',
    ['Phòng Giao dịch số 3 @ 2025-09-22', 'Phòng Giao dịch số 7 @ 2025-09-23'],
  ],
  [
    '1. Lịch kiểm tra:\nSTT | Chi bộ | Thời gian | Địa điểm\n1 | Chi bộ thôn Đồng Lạc | Sáng 02/6 | Nhà văn hóa thôn\n2 | Chi bộ Trạm Y tế | 03/6 | Trạm Y tế xã',
    ['Chi bộ thôn Đồng Lạc @ 2025-06-02', 'Chi bộ Trạm Y tế @ 2025-06-03'],
  ],
  [
    '1. Đoàn khảo sát làm việc với các đơn vị:\n- Sở Y tế: từ 14h00 đến 16h30 ngày 12/9/2025.\n- Sở Nội vụ: 8 giờ 00, thứ Hai, ngày 15/9/2025.',
    ['Sở Y tế @ 2025-09-12T14:00…2025-09-12T16:30', 'Sở Nội vụ @ 2025-09-15T08:00'],
  ],
  [
    '1. Lịch làm việc với các địa phương như sau:\n- Huyện ủy Tân An: 01 ngày (12/9/2025).\n- Huyện ủy Phú Lộc: 01 ngày (15/9/2025).\n- Văn phòng Tỉnh ủy: chuẩn bị phương tiện.',
    ['Huyện ủy Tân An @ 2025-09-12', 'Huyện ủy Phú Lộc @ 2025-09-15'],
  ],
  [
    '1. Đoàn giám sát làm việc tại UBND huyện Tân An: nghe báo cáo, trao đổi; thời gian ngày 12/9/2025.',
    ['UBND huyện Tân An @ 2025-09-12'],
  ],
  [
    '1. Khảo sát tại Tỉnh ủy Lạng Sơn: dự kiến tuần thứ hai của tháng 9/2025; tại Tỉnh ủy Cà Mau: dự kiến tuần thứ ba của tháng 9/2025.',
    ['Tỉnh ủy Lạng Sơn @ week', 'Tỉnh ủy Cà Mau @ week'],
  ],
  [
    '1. Đoàn công tác số 1: Tỉnh Lạng Sơn, tỉnh Cao Bằng. Thời gian: tháng 9/2025.\n2. Đoàn công tác số 2: Tỉnh Kiên Giang. Thời gian: tháng 10/2025.',
    ['Tỉnh Lạng Sơn, tỉnh Cao Bằng @ 2025-09-01…2025-09-30', 'Tỉnh Kiên Giang @ 2025-10-01…2025-10-31'],
  ],
  [
    '1. Địa điểm, thời gian khảo sát:\na) Tỉnh Lạng Sơn: 2 ngày, dự kiến ngày 08 và 09/9/2025.\nb) Tỉnh Cao Bằng: 2 ngày, dự kiến ngày 10 và 11/9/2025.',
    ['Tỉnh Lạng Sơn @ 2025-09-08…2025-09-09', 'Tỉnh Cao Bằng @ 2025-09-10…2025-09-11'],
  ],
  [
    '1. Đối tượng, địa điểm: Trường Tiểu học Kim Đồng, Trường THCS Lê Lợi.\n2. Thời gian khảo sát: trong tháng 9/2025.',
    ['Trường Tiểu học Kim Đồng, Trường THCS Lê Lợi @ 2025-09-01…2025-09-30'],
  ],
  [
    '1. Đơn vị khảo sát:\n- Cấp tỉnh: Sở Y tế, Sở Nội vụ;\n- Cấp xã: xã Tân An, phường Phú Lộc.\n2. Thời gian: Trong tháng 9 năm 2025.',
    ['Sở Y tế, Sở Nội vụ @ 2025-09-01…2025-09-30', 'xã Tân An, phường Phú Lộc @ 2025-09-01…2025-09-30'],
  ],
  [
    '1. Làm việc với một số bộ, ngành (Bộ Y tế, Bộ Tài chính) và địa phương (Quảng Ninh, Đắk Lắk) trong quý III năm 2025.',
    ['Bộ Y tế, Bộ Tài chính @ 2025-07-01…2025-09-30', 'Quảng Ninh, Đắk Lắk @ 2025-07-01…2025-09-30'],
  ],
  [
    '1. Ngày 12/9/2025: Làm việc với Đảng ủy xã Tân An (buổi sáng), Đảng ủy xã Tân Bình (buổi chiều).',
    ['Đảng ủy xã Tân An @ 2025-09-12', 'Đảng ủy xã Tân Bình @ 2025-09-12'],
  ],
  [
    '1. Sáng ngày 12/9/2025, khảo sát tại xã Tân An; chiều ngày 12/9/2025, khảo sát tại xã Tân Bình; ngày 13/9/2025, làm việc với UBND tỉnh Lạng Sơn.',
    ['xã Tân An @ 2025-09-12', 'xã Tân Bình @ 2025-09-12', 'UBND tỉnh Lạng Sơn @ 2025-09-13'],
  ],
  [
    '1. Khảo sát 02 đảng bộ: Đảng bộ Sở Y tế, Đảng bộ xã Tân An trong 03 ngày, từ sáng ngày 15/9 đến chiều ngày 17/9/2025.',
    ['Đảng bộ Sở Y tế, Đảng bộ xã Tân An @ 2025-09-15…2025-09-17'],
  ],
  [
    '1. Tổ 1 nắm tình hình tại khu vực Bình An, khu vực Bình Dương; ngày 14/9/2025 và ngày 15/9/2025.',
    ['khu vực Bình An, khu vực Bình Dương @ 2025-09-14…2025-09-15'],
  ],
  ['1. Đối tượng giám sát qua báo cáo\na) Sở Y tế, Bảo hiểm xã hội tỉnh báo cáo theo Đề cương số 1.', []],
  [
    '1. Lịch làm việc:\nThời gian\nĐơn vị làm việc\nĐịa điểm\nSáng 17/9/2025\nSở Y tế, Bảo hiểm xã hội tỉnh\nPhòng họp số 1',
    ['Sở Y tế, Bảo hiểm xã hội tỉnh @ 2025-09-17'],
  ],
  [
    '1. Đoàn kiểm tra Đảng ủy xã An Hòa (ngày 21-11), Đảng ủy xã An Phú (ngày 22-11), Đảng ủy Trung đoàn 832 (ngày 23-11-2025).',
    [
      'Đảng ủy xã An Hòa @ 2025-11-21',
      'Đảng ủy xã An Phú @ 2025-11-22',
      'Đảng ủy Trung đoàn 832 @ 2025-11-23',
    ],
  ],
  [
    '1. Lịch khảo sát:\nĐoàn | Địa phương | Thời gian\nĐoàn 1 | Hà Nội, Bắc Ninh | Từ ngày 04 đến ngày 08 tháng 6 năm 2025\nĐoàn 2 | Nam Định và Thái Bình | Tháng 7/2025',
    ['Hà Nội, Bắc Ninh @ 2025-06-04…2025-06-08', 'Nam Định, Thái Bình @ 2025-07-01…2025-07-31'],
  ],
  ['1. Các đoàn kiểm tra báo cáo kết quả kiểm tra với Ban Chỉ đạo huyện sau 05 ngày.', []],
  [
    '1. Khảo sát tại Tổ dân phố số 3, Tổ dân phố số 8 vào sáng ngày 07/7/2025 và khu chung cư Hải Vân, chợ Phú Hải vào chiều ngày 07/7/2025.',
    ['Tổ dân phố số 3, Tổ dân phố số 8 @ 2025-07-07', 'khu chung cư Hải Vân, chợ Phú Hải @ 2025-07-07'],
  ],
  [
    '1. Giám sát qua báo cáo: Ủy ban nhân dân tỉnh; các sở: Xây dựng, Tài chính.\n2. Giám sát trực tiếp: theo lịch tại Mục V.',
    [],
  ],
  [
    '1. Khảo sát tại: Hà Nội (01 ngày), Nghệ An (02 ngày), Cần Thơ (01 ngày), thực hiện trong tháng 9/2025.',
    ['Hà Nội, Nghệ An, Cần Thơ @ 2025-09-01…2025-09-30'],
  ],
  [
    '1. Khảo sát tại các cơ quan, đơn vị sau: (1) Sở Y tế; (2) Sở Nội vụ; (3) UBND xã Tân An. Thời gian: Quý III/2025.',
    ['Sở Y tế, Sở Nội vụ, UBND xã Tân An @ 2025-07-01…2025-09-30'],
  ],
  [
    '* Ngày 12/9/2025 (thứ Sáu)\n+ Sáng: UBND xã Tân An.\n+ Chiều: UBND xã Tân Bình.\n* Ngày 15/9/2025 (thứ Hai)\n+ Sáng: Sở Y tế.',
    ['UBND xã Tân An @ 2025-09-12', 'UBND xã Tân Bình @ 2025-09-12', 'Sở Y tế @ 2025-09-15'],
  ],
])('%s', (body, expected) => {
  expect(visits(body)).toEqual(expected);
});

test.each<[string, string[]]>([
  [
    'THỜI GIAN, ĐỊA ĐIỂM GIÁM SÁT\n1. Đối tượng giám sát: Sở Y tế, UBND xã Tân An.\n2. Thời gian giám sát: từ ngày 12/9/2025 đến ngày 19/9/2025.',
    ['Sở Y tế, UBND xã Tân An @ 2025-09-12…2025-09-19'],
  ],
  [
    'KHẢO SÁT\n1. Ngày 12/9: Sở Y tế; ngày 15/9: Sở Nội vụ, UBND xã Tân An.',
    ['Sở Y tế @ 2025-09-12', 'Sở Nội vụ, UBND xã Tân An @ 2025-09-15'],
  ],
  [
    'TỔ CHỨC ĐI THỰC TẾ\n- Đoàn 1 (đồng chí Trưởng ban làm Trưởng đoàn): Các tỉnh Hà Giang, Cao Bằng; thời gian: tuần 3 tháng 9/2025.',
    ['Hà Giang, Cao Bằng @ week'],
  ],
  [
    'LỊCH KIỂM TRA\n1. UBND xã Tân An: sáng ngày 12/9/2025.\n2. Sở Y tế: ngày 15/9/2025.',
    ['UBND xã Tân An @ 2025-09-12', 'Sở Y tế @ 2025-09-15'],
  ],
  ['ĐỐI TƯỢNG, NỘI DUNG GIÁM SÁT\n1. Đối tượng giám sát: Chính phủ; Bộ Tài chính, Bộ Nội vụ.', []],
  ['LỊCH KIỂM TRA\n1. Sở Nội vụ gửi thông báo trước ngày 10/9/2025.', []],
])('under the section %s', (section, expected) => {
  const { plan } = compilePlan({ text: `${head.replace('II. KHẢO SÁT\n', `II. ${section}`)}\n` });
  expect(plan.visits.map((v) => `${v.units.join(', ')} @ ${dayOf(v.window)}`)).toEqual(expected);
});
