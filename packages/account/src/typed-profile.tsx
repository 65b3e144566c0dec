import { updateProfileInput } from "@amrutam/domain/user/schema";
import { zodResolver } from "@hookform/resolvers/zod";
import type { Resolver } from "react-hook-form";
import { changesOf, type ProfileValues } from "./profile-values";

/** The changes, judged by the procedure's own schema. @param kept what the profile holds now */
export const profileResolver = (kept: ProfileValues): Resolver<ProfileValues> => {
  const judge = zodResolver(updateProfileInput) as unknown as Resolver<ProfileValues>;
  return async (values, context, options) => {
    const judged = await judge(changesOf(values, kept) as ProfileValues, context, options);
    return Object.keys(judged.errors).length > 0 ? judged : { values, errors: {} };
  };
};
