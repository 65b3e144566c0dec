import { loginInput } from "@amrutam/domain/auth/schema";
import { zodResolver } from "@hookform/resolvers/zod";

/** What is typed to sign in, judged by the procedure's own schema. */
export const signInResolver = zodResolver(loginInput.pick({ email: true, password: true }));
