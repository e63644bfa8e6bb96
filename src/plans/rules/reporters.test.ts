// Who a class of the plan is: the nation's kinds, the issuer's own communes, named bodies, exceptions, an officer's rule.
import { describe, expect, it } from 'vitest';
import type { PlanFacts, ReportTarget } from '#src/plans/compiler/model.ts';
import { emptyRule } from '#src/units/rules/groups.ts';
import { compiled, index } from '#tests/support/plan.ts';
import { isByList, reportersOf } from './reporters.ts';
import { bodyNamed, scopeOf } from './scope.ts';

const on = (day: string, issuer: string, symbol: string, parentBody: string | null = null): PlanFacts => ({
  ...compiled.plan,
  issuer,
  parentBody,
  symbol,
  issuedOn: { rel: 'on', from: day, to: day, precision: 'day', tentative: false },
});
const target = (who: string, except: string | null = null): ReportTarget => ({
  who,
  template: null,
  due: null,
  sendTo: null,
  via: null,
  except,
});
const reporters = (plan: PlanFacts, one: ReportTarget) =>
  reportersOf(one, scopeOf(plan, index, '2026-01-01'));

const city = on('2024-03-18', 'Thành uỷ Quảng Ngãi', '176-KH/TU', 'Tỉnh uỷ Quảng Ngãi');
const district = on('2021-06-10', 'Huyện ủy Cẩm Xuyên', '41-KH/HU');
const oldProvince = on('2024-04-01', 'Ủy ban nhân dân tỉnh Quảng Bình', '1187/UBND-NC');
const newProvince = on('2026-02-10', 'UBND tỉnh Cà Mau', '0126/KH-UBND');
const ministry = on('2025-08-20', 'Bộ Khoa học và Công nghệ', '4075/BKHCN-KHTC');
const union = on('2023-01-05', 'Liên đoàn Lao động tỉnh Phú Thọ', '66/KH-LĐLĐ');

describe('a class in the words of a plan', () => {
  it.each<[string, PlanFacts, string, number]>([
    ['the communes of a city', city, 'Đảng uỷ các phường, xã', 23],
    ['the communes of a district', district, 'Đảng ủy các xã, thị trấn', 23],
    ['the districts of a province', oldProvince, 'Ủy ban nhân dân các huyện, thị xã, thành phố', 8],
    ['the communes of a province in two tiers', newProvince, 'UBND các xã, phường', 64],
    ['the provinces', ministry, 'Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương', 34],
    ['the communes of the nation', ministry, 'Ủy ban nhân dân các xã, phường, đặc khu', 3321],
    ['the districts of a union', union, 'Liên đoàn Lao động các huyện, thị xã, thành phố', 13],
  ])('%s', (_, plan, who, members) => {
    expect(reporters(plan, target(who)).members).toHaveLength(members);
  });

  it('leaves out the bodies that are excepted by name', () => {
    const { members } = reporters(
      city,
      target('Đảng uỷ các phường, xã', '02 xã Nghĩa Hà, Tịnh Khê đã được kiểm tra trong năm 2023'),
    );
    expect(members).toHaveLength(21);
  });

  it('takes bodies named one by one, and says which are nobody’s', () => {
    const named = reporters(
      on('2025-11-20', 'Ủy ban nhân dân tỉnh Đắk Lắk', '8842/UBND-NNMT'),
      target('các xã Hòa Xuân, Hòa Thịnh, Ea Kar'),
    );
    expect(named.members.map((u) => u.fullName)).toEqual(['Xã Ea Kar', 'Xã Hòa Thịnh', 'Xã Hòa Xuân']);
    const offices = reporters(city, target('Phòng Quản lý đô thị, Công an thành phố'));
    expect(offices.members).toEqual([]);
    expect(offices.unmatched).toEqual(['Phòng Quản lý đô thị', 'Công an thành phố']);
  });

  it('yields to the rule that an officer set', () => {
    const ward = bodyNamed(scopeOf(city, index, '2024-03-18'), 'phường Nghĩa Lộ')!;
    const one = { ...target('Đảng uỷ các phường, xã'), reporters: { ...emptyRule, include: [ward.id] } };
    expect(reporters(city, one).members.map((u) => u.id)).toEqual([ward.id]);
  });
});

it('waits for a list only until an officer says who', () => {
  const one = target('các đơn vị được phân công báo cáo chuyên đề');
  expect(isByList(one)).toBe(true);
  expect(isByList({ ...one, reporters: emptyRule })).toBe(false);
});

describe('a name in a plan', () => {
  it.each<[string, PlanFacts, string, string | null]>([
    ['the Party’s committee', compiled.plan, 'Lạng Sơn', 'provincial-party-committee'],
    ['the State’s province', ministry, 'Bắc Ninh', 'province'],
    ['a ward of the issuer', city, 'phường Nghĩa Lộ', 'commune'],
    ['a homonym in the issuer’s own area', district, 'Cẩm Bình', 'commune'],
    ['nobody', city, 'Công an thành phố', null],
  ])('%s', (_, plan, name, kind) => {
    expect(bodyNamed(scopeOf(plan, index, '2026-01-01'), name)?.kind ?? null).toBe(kind);
  });
});
