"use client";
export { ErrorScreen as default } from "@amrutam/account/error-screen";
