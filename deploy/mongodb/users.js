// Run once, when the volume is new: one user for each service, who may do what it needs in its own database only.
for (const name of ["review", "articles"]) {
  db.getSiblingDB(name).createUser({
    user: name,
    pwd: process.env[`MONGODB_${name.toUpperCase()}_PASSWORD`],
    roles: [{ role: "readWrite", db: name }],
  });
}
