close all;
unlisten *;
discard temporary;
discard sequences;
