CREATE TABLE duty (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  person       text NOT NULL,
  unit         text NOT NULL,
  day          date NOT NULL,
  start_minute integer NOT NULL CHECK (start_minute >= 0),
  end_minute   integer NOT NULL CHECK (end_minute > start_minute),
  confirmed    boolean NOT NULL DEFAULT false
);
CREATE INDEX duty_day ON duty (day, start_minute);
CREATE INDEX duty_unit ON duty (unit, day);
