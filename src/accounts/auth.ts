// Sign-in by better-auth on our own tables. Accounts are made by invitation, never by sign-up.
import { betterAuth } from 'better-auth';
import { newId } from '#src/kernel/ids.ts';
import type { Db } from '#src/platform/database/connect.ts';

export type AuthSettings = { db: Db; secret: string; baseUrl: string };

const timestamps = { createdAt: 'created_at', updatedAt: 'updated_at' };

/** better-auth bound to our database: people, sessions, credentials, verifications. */
export function createAuth({ db, secret, baseUrl }: AuthSettings) {
  return betterAuth({
    appName: 'Tổng Kết',
    secret,
    baseURL: baseUrl,
    database: { db, type: 'postgres' },
    telemetry: { enabled: false },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10 },
    user: { modelName: 'people', fields: { emailVerified: 'email_verified', ...timestamps } },
    session: {
      modelName: 'sessions',
      expiresIn: 60 * 60 * 24 * 14,
      fields: {
        userId: 'person_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        ...timestamps,
      },
    },
    account: {
      modelName: 'credentials',
      fields: {
        userId: 'person_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        ...timestamps,
      },
    },
    verification: { modelName: 'verifications', fields: { expiresAt: 'expires_at', ...timestamps } },
    rateLimit: {
      enabled: true,
      window: 60,
      max: 120,
      customRules: { '/sign-in/email': { window: 60, max: 30 } },
    },
    advanced: {
      cookiePrefix: 'tongket',
      database: { generateId: () => newId() },
      ipAddress: { ipAddressHeaders: ['x-client-address'] },
    },
  });
}

export type Auth = ReturnType<typeof createAuth>;
