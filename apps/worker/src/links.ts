/** Where the worker's mails lead. Origins come from the configuration, never from a request. */
export type Origins = Readonly<{ web: URL; admin: URL }>;

/** A token stands behind the #: no server and no log on the way sees it. */
const withToken = (path: string, origin: URL, token: string) =>
  `${new URL(path, origin).href}#token=${token}`;

export const linksOf = ({ web, admin }: Origins) => ({
  verifyEmail: (token: string) => withToken("/verify-email", web, token),
  enrolStaff: (token: string) => withToken("/enrol", admin, token),
  signIn: (isStaffOfConsole: boolean) => new URL("/sign-in", isStaffOfConsole ? admin : web).href,
  visit: (consultationId: string) => new URL(`/visits/${consultationId}`, web).href,
  prescription: (consultationId: string) => new URL(`/visits/${consultationId}/prescription`, web).href,
  findDoctor: () => new URL("/doctors", web).href,
  doctorVisit: (consultationId: string) => new URL(`/doctor/visits/${consultationId}`, web).href,
  doctorDay: () => new URL("/doctor", web).href,
  doctorHours: () => new URL("/doctor/hours", web).href,
  doctorProfile: () => new URL("/doctor/profile", web).href,
});
export type Links = ReturnType<typeof linksOf>;
