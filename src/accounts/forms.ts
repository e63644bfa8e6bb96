// What arrives at sign-in.
import { z } from 'zod';

export const signInForm = z.object({
  email: z
    .string('Nhập thư điện tử | Enter an e-mail address')
    .trim()
    .toLowerCase()
    .min(3, 'Nhập thư điện tử | Enter an e-mail address'),
  password: z
    .string('Nhập mật khẩu | Enter the password')
    .min(1, 'Nhập mật khẩu | Enter the password')
    .max(200),
});
