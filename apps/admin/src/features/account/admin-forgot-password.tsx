"use client";
import { ForgotPassword } from "@amrutam/account/forgot-password";
import { adminClient } from "@amrutam/client/admin-client";

export const AdminForgotPassword = () => <ForgotPassword client={adminClient} signInHref="/sign-in" />;
