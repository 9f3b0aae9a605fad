close all;
deallocate all;
unlisten *;
discard temporary;
discard sequences;
discard plans;
