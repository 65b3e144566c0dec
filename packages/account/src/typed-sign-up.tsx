import { signupInput } from "@amrutam/domain/auth/schema";
import { zodResolver } from "@hookform/resolvers/zod";

/** What is typed to open an account, judged by the procedure's own schema. */
export const signUpResolver = zodResolver(
  signupInput.pick({ email: true, password: true, fullName: true, role: true, phone: true }),
);
