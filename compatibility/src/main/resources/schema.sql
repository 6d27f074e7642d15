create table booking (name varchar(100) not null);
