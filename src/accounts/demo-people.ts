// The people of the demonstration: one for each kind of right, so that every screen can be tried.
import type { Role } from '#src/kernel/actor.ts';

/** Printed at start and shown at sign-in while the demonstration is loaded; never used otherwise. */
export const demoPassword = 'tong-ket-2023';

export type DemoPerson = {
  email: string;
  name: string;
  jobTitle: string;
  roles: { role: Role; unit?: string }[];
};

/** `unit` is the full name of a body on 25 August 2023. */
export const demoPeople: DemoPerson[] = [
  {
    email: 'van-phong@demo.tongket.example',
    name: 'Nguyễn Thu Hà',
    jobTitle: 'chuyên viên Văn phòng Ban',
    roles: [{ role: 'central-officer' }, { role: 'administrator' }],
  },
  {
    email: 'vu-doc@demo.tongket.example',
    name: 'Trần Quốc Bảo',
    jobTitle: 'chuyên viên vụ đọc báo cáo',
    roles: [{ role: 'central-reader' }],
  },
  {
    email: 'lanh-dao@demo.tongket.example',
    name: 'Phạm Đức Long',
    jobTitle: 'lãnh đạo Ban',
    roles: [{ role: 'leader' }],
  },
  {
    email: 'lang-son@demo.tongket.example',
    name: 'Hoàng Minh Châu',
    jobTitle: 'Ban Dân vận Tỉnh ủy Lạng Sơn',
    roles: [{ role: 'unit-officer', unit: 'Tỉnh ủy Lạng Sơn' }],
  },
  {
    email: 'hau-giang@demo.tongket.example',
    name: 'Võ Thị Kim Ngân',
    jobTitle: 'Ban Dân vận Tỉnh ủy Hậu Giang',
    roles: [{ role: 'unit-officer', unit: 'Tỉnh ủy Hậu Giang' }],
  },
  {
    email: 'ngoai-cuoc@demo.tongket.example',
    name: 'Đặng Văn Nam',
    jobTitle: 'người ngoài cuộc, chưa được giao việc gì',
    roles: [],
  },
];

/** One of the six who try the screens; the demonstration has an officer for every unit besides. */
export function isDemoPerson(person: { email: string }): boolean {
  return demoPeople.some((p) => p.email === person.email);
}
