export { NotFoundScreen as default } from "@amrutam/account/not-found-screen";
