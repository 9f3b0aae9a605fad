alter type state add value 'sent';
