// Built by `npm run build` in lib/page_scripts.
var KEEP_KEYS={"data-lm-suppress-shortcuts":"true"};function setAttributes(node,attributes,children=[]){for(let[name,value]of Object.
entries(attributes))typeof value=="function"?node.addEventListener(name,value):node.setAttribute(name,value);return node.
append(...children),node}function html(name,attributes={},...children){let takesKeys=["input","select","button"].includes(
name);return setAttributes(document.createElement(name),takesKeys?{...KEEP_KEYS,...attributes}:attributes,children)}function svg(name,attributes={},...children){
return setAttributes(document.createElementNS("http://www.w3.org/2000/svg",name),attributes,children)}var textAt=(x,y,text,attributes={})=>svg(
"text",{x,y,...attributes},text);function createRoot(el,label){let root=html("div",{class:"cr",role:"group","aria-label":label,
...KEEP_KEYS});return el.append(root),root}var controlBar=(...controls)=>html("div",{class:"controls"},...controls);var button=(label,click,attributes={})=>html("button",{type:"button",click,...attributes},label);function follow(model,name,show){model.on(`change:${name}`,show),show()}function select(label,model,name,save,options=model.get("options")[name]){let node=html("select",{"aria-label":label,change:()=>save(
{[name]:node.value})});return node.append(...options.map(option=>html("option",{value:option},option))),follow(model,name,
()=>{node.value=model.get(name)}),html("label",{},label,node)}var clamp=(value,low,high)=>Math.min(Math.max(value,low),high),roundTo=(value,step)=>Number((Math.round(value/step)*step).
toFixed(6)),SUPERSCRIPTS="⁰¹²³⁴⁵⁶⁷⁸⁹";function superscript(power2){return[...String(power2)].map(digit=>digit===
"-"?"⁻":SUPERSCRIPTS[Number(digit)]).join("")}function formatNumber(value,digits=3){if(Number.isNaN(value))return"NaN";
if(!Number.isFinite(value))return value>0?"∞":"−∞";if(value!==0&&(Math.abs(value)<.001||Math.abs(value)>=1e5)){let[
mantissa,power2]=value.toExponential(1).split("e");return`${mantissa}·10${superscript(Number(power2))}`.replace("-","−")}
return String(Number(value.toPrecision(digits))).replace("-","−")}function slider(label,model,name,{min,max,step,text=formatNumber},save){let value=html("output"),input=html("input",{type:"\
range",min,max,step,"aria-label":label});return input.addEventListener("input",()=>save({[name]:Number(input.value)})),follow(
model,name,()=>{Number(input.value)!==model.get(name)&&(input.value=model.get(name)),value.textContent=text(model.get(name)),
input.setAttribute("aria-valuetext",value.textContent)}),html("label",{},label,input,value)}function logSlider(label,model,name,{
min,max,text=formatNumber},save){let value=html("output"),ends={min:Math.log10(min),max:Math.log10(max)},input=html("inp\
ut",{type:"range",...ends,step:.01,"aria-label":label}),chosen=()=>Number((10**Number(input.value)).toPrecision(2));return input.
addEventListener("input",()=>save({[name]:chosen()})),follow(model,name,()=>{chosen()!==model.get(name)&&(input.value=String(
Math.log10(Math.max(model.get(name),min)))),value.textContent=text(model.get(name)),input.setAttribute("aria-valuetext",
value.textContent)}),html("label",{},label,input,value)}var penOf=(canvas,settings)=>canvas.getContext("2d",settings);var COLOURS={green:[0,158,115],red:[213,94,0],blue:[0,114,178],orange:[230,159,0],purple:[204,121,167],sky:[86,180,233]};function paint(canvas,field,colour){let cells=Math.sqrt(field.length);canvas.width!==cells&&(canvas.width=cells,canvas.height=
cells);let image=new ImageData(cells,cells),place=0;for(let row=cells-1;row>=0;row--)for(let column=0;column<cells;column++){
let found=colour(field[row*cells+column]);for(let part=0;part<4;part++)image.data[place++]=found[part]}penOf(canvas).putImageData(
image,0,0)}function contour(field,side,level){let cells=Math.sqrt(field.length),at=(row,column)=>field[row*cells+column]-
level,above=Uint8Array.from(field,value=>+(value>level)),step=side/(cells-1),d="";for(let row=0;row<cells-1;row++)for(let column=0;column<
cells-1;column++){let first=row*cells+column,high=above[first]+above[first+1]+above[first+cells]+above[first+cells+1];if(high===
0||high===4)continue;let cuts=cellCuts(at,row,column).map(([r,c])=>`${(c*step).toFixed(1)} ${(side-r*step).toFixed(1)}`);
for(let i=0;i+1<cuts.length;i+=2)d+=`M${cuts[i]}L${cuts[i+1]}`}return d}function cellCuts(at,row,column){let corners=[[row,
column],[row,column+1],[row+1,column+1],[row+1,column]],cuts=[];for(let[i,[r,c]]of corners.entries()){let[r2,c2]=corners[(i+
1)%4],[a,b]=[at(r,c),at(r2,c2)];if(a>0==b>0)continue;let part=a/(a-b);cuts.push([r+part*(r2-r),c+part*(c2-c)])}return cuts}function ticks(low,high,count=5){let raw=(high-low)/count,power2=10**Math.floor(Math.log10(raw)),step=[1,2,5,10].map(m=>m*
power2).find(s=>s>=raw)??10*power2,found=[];for(let i=Math.ceil(low/step-1e-9);i*step<=high+step*1e-9;i++)found.push(roundTo(
i*step,step));return found}var FRACTIONS=[.01,.04,.09,.16,.25,.36,.49,.64,.81,.95],LossMap=class{constructor({x,y,side,reach=1,centre=[0,0]}){this.
x=x,this.y=y,this.side=side,this.reach=reach,this.centre=centre,this.field=void 0;let id=`cr${Math.random().toString(36).
slice(2)}`;this.image=svg("image",{x,y,width:side,height:side,preserveAspectRatio:"none"}),this.lines=svg("path",{class:"\
hair",transform:`translate(${x} ${y})`}),this.frame=svg("g"),this.inside=svg("g",{"clip-path":`url(#${id})`});let square={
x,y,width:side,height:side};this.node=svg("g",{},svg("clipPath",{id},svg("rect",square)),this.image,this.lines),this.node.
append(svg("rect",{...square,class:"hair"}),this.frame,this.inside),this.canvas=html("canvas")}px(w){return this.x+(w-this.
centre[0]+this.reach)/(2*this.reach)*this.side}py(w){return this.y+this.side-(w-this.centre[1]+this.reach)/(2*this.reach)*
this.side}at(px,py){let part=(v,from)=>clamp((v-from)/this.side,0,1)*2-1;return[this.centre[0]+part(px,this.x)*this.reach,
this.centre[1]-part(py,this.y)*this.reach]}show(field,reach,centre=[0,0]){if(this.reach=reach,this.centre=centre,field===
this.field)return;this.field=field;let sorted=Array.from(field).sort((a,b)=>a-b),levels=FRACTIONS.map(fraction=>sorted[Math.
floor(fraction*(sorted.length-1))]),rank=value=>levels.reduce((passed,level)=>passed+ +(value>=level),0)/levels.length;paint(
this.canvas,field,value=>[...COLOURS.blue,Math.round(100*(1-rank(value))**1.3)]),this.image.setAttribute("href",this.canvas.
toDataURL()),this.lines.setAttribute("d",levels.map(level=>contour(field,this.side,level)).join(""))}ticks(names=["w₀",
"w₁"]){let{x,y,side,reach,centre}=this,below=ticks(centre[0]-reach,centre[0]+reach,5).map(t=>textAt(this.px(t),y+side+
15,formatNumber(t),{class:"quiet","text-anchor":"middle"})),left=ticks(centre[1]-reach,centre[1]+reach,5).map(t=>textAt(
x-6,this.py(t)+4,formatNumber(t),{class:"quiet","text-anchor":"end"}));this.frame.replaceChildren(...below,...left,textAt(
x,y+side+30,"bluer = lower",{class:"quiet"}),textAt(x+side,y+side+29,names[0],{"text-anchor":"end"}),textAt(x-6,y-6,names[1],
{"text-anchor":"end"}))}path(places){return places.filter(place=>place.every(Number.isFinite)).map(([a,b])=>[clamp(this.
px(a),-4e3,4e3),clamp(this.py(b),-4e3,4e3)]).map(([x,y],i)=>`${i?"L":"M"}${x.toFixed(1)} ${y.toFixed(1)}`).join("")}};function toNumbers(view,Kind=Float32Array){let bytes=view.buffer.slice(view.byteOffset,view.byteOffset+view.byteLength);
return new Kind(bytes)}function toRows(numbers,width){return Array.from({length:numbers.length/width},(_,i)=>[...numbers.
slice(i*width,(i+1)*width)])}function onDrag(node,picture,move){let follow2=event=>{let box=picture.getBoundingClientRect(),{width,height}=picture.viewBox.
baseVal;move((event.clientX-box.left)/box.width*width,(event.clientY-box.top)/box.height*height)};node.addEventListener(
"pointerdown",event=>{event.preventDefault(),node.setPointerCapture(event.pointerId),(node.querySelector("[tabindex]")??
node).focus?.({preventScroll:!0}),follow2(event),node.addEventListener("pointermove",follow2)});for(let end of["pointeru\
p","pointercancel"])node.addEventListener(end,()=>node.removeEventListener("pointermove",follow2))}var ARROWS={ArrowRight:[1,0],ArrowLeft:[-1,0],ArrowUp:[0,1],ArrowDown:[0,-1]};function mapHandle(label,{step,get,put,text=([a,b])=>`w₀ = ${formatNumber(a)}, w₁ = ${formatNumber(b)}`}){let node=svg(
"g",{class:"handle",...KEEP_KEYS,role:"slider",tabindex:0,"aria-label":label,"aria-roledescription":"place in the plane"},
svg("circle",{r:11,class:"ring"}),svg("circle",{r:6.5,class:"fill orange"}),svg("circle",{r:2.2,style:"fill: var(--jp-la\
yout-color0, white)"}));return node.addEventListener("keydown",event=>{let by=ARROWS[event.key];by&&(event.preventDefault(),
put(get().map((v,i)=>v+by[i]*step()*(event.shiftKey?5:1))))}),Object.assign(node,{show:map=>{let[a,b]=get();node.setAttribute(
"transform",`translate(${map.px(a)} ${map.py(b)})`),node.setAttribute("aria-valuemin",String(map.centre[0]-map.reach)),node.
setAttribute("aria-valuemax",String(map.centre[0]+map.reach)),node.setAttribute("aria-valuenow",String(a)),node.setAttribute(
"aria-valuetext",text([a,b]))}})}function startMap(model,request){let fields=Object.fromEntries(Object.entries(model.get("fields")).map(([name,view])=>[name,
toNumbers(view)])),map=new LossMap({x:34,y:22,side:350}),reach=surface=>model.get("facts")[surface][0],edge=()=>reach(model.
get("surface")),moveTo=place=>request({start:place.map(v=>clamp(roundTo(v,.001),-edge(),edge()))}),grip=mapHandle("start",
{step:()=>edge()/50,get:()=>model.get("start"),put:moveTo}),square=svg("rect",{x:34,y:22,width:350,height:350,fill:"tran\
sparent"}),ground=svg("g",{style:"cursor: crosshair"},square,map.node,grip),beside=svg("g"),picture=svg("svg",{viewBox:"\
0 0 848 406"},ground,beside);onDrag(ground,picture,(x,y)=>moveTo(map.at(x,y)));let show=surface=>{map.show(fields[surface],
reach(surface)),map.ticks(),grip.show(map)};return{map,surfaces:Object.keys(fields),beside,picture,show}}var OPTIMIZER_STYLES={sgd:["ink","line thin ink","circle"],momentum:["blue","line blue","square"],nesterov:["blue","line\
 dashed blue","diamond"],adagrad:["green","line green","up"],adadelta:["green","line dashed green","down"],rmsprop:["ora\
nge","line orange","plus"],adam:["red","line red","cross"],"":["ink","line ink","ring"]},SHAPES={circle:"M-4 0a4 4 0 1 0\
 8 0a4 4 0 1 0 -8 0",square:"M-4 -4h8v8h-8z",diamond:"M0 -5.5l5.5 5.5l-5.5 5.5l-5.5 -5.5z",up:"M0 -5.5l5 9h-10z",down:"M\
0 5.5l5 -9h-10z",plus:"M-2 -6h4v4h4v4h-4v4h-4v-4h-4v-4h4z",cross:"M-5 -5l10 10m0 -10l-10 10",ring:"M-6.5 0a6.5 6.5 0 1 0\
 13 0a6.5 6.5 0 1 0 -13 0"};function marker(kind,x,y,colour){let open=kind==="cross"||kind==="ring";return svg("path",{d:SHAPES[kind],
transform:`translate(${x} ${y})`,class:`${open?"line":"fill"} ${colour}`})}function optimizerLine(optimizer,d,places=[]){
let own=!(optimizer in OPTIMIZER_STYLES),[colour,line,shape]=OPTIMIZER_STYLES[own?"":optimizer];return[svg("path",{d,class:line,
...own?{style:"stroke-width: 4; stroke-opacity: 0.5"}:{}}),...places.map(([x,y])=>marker(shape,x,y,colour))]}var legendLine=optimizer=>svg(
"svg",{viewBox:"0 0 26 14",style:"width: 26px"},...optimizerLine(optimizer,"M0 7h26",[[13,7]]));var Panel=class{constructor({x,y,width,height,xs,ys}){this.x=x,this.y=y,this.width=width,this.height=height,this.xs=xs,this.
ys=ys,this.id=`cr${Math.random().toString(36).slice(2)}`;let clip=svg("clipPath",{id:this.id},svg("rect",{x,y,width,height}));
this.frame=svg("g"),this.inside=svg("g",{"clip-path":`url(#${this.id})`}),this.node=svg("g",{},clip,this.frame,this.inside)}px(value){
return this.x+(value-this.xs[0])/(this.xs[1]-this.xs[0])*this.width}py(value){return this.y+(this.ys[1]-value)/(this.ys[1]-
this.ys[0])*this.height}dataAt(x,y){return[this.xs[0]+(x-this.x)/this.width*(this.xs[1]-this.xs[0]),this.ys[1]-(y-this.y)/
this.height*(this.ys[1]-this.ys[0])]}path(xs,ys){let command="M",d="";for(let i=0;i<xs.length;i++){if(!Number.isFinite(ys[i])){
command="M";continue}d+=`${command}${this.px(xs[i]).toFixed(2)} ${clamp(this.py(ys[i]),-2e3,4e3).toFixed(2)}`,command="L"}
return d}xTicks(count){return ticks(this.xs[0],this.xs[1],count)}yTicks(count){return ticks(this.ys[0],this.ys[1],count)}axes(xTicks,yTicks,xLabel=""){
let{x,y,width,height}=this,lines=svg("g");for(let tick of xTicks)lines.append(svg("path",{d:`M${this.px(tick)} ${y}v${height}`,
class:"hair"}),textAt(this.px(tick),y+height+15,formatNumber(tick),{class:"quiet","text-anchor":"middle"}));for(let tick of yTicks)
lines.append(svg("path",{d:`M${x} ${this.py(tick)}h${width}`,class:"hair"}),textAt(x-7,this.py(tick)+4,formatNumber(tick),
{class:"quiet","text-anchor":"end"}));xLabel&&lines.append(textAt(x+width,y+height+30,xLabel,{class:"quiet","text-anchor":"\
end"})),this.frame.replaceChildren(lines)}};var power=loss=>Math.log10(clamp(loss,1e-8,1e8)),LossChart=class extends Panel{constructor(box,series,{steps,title="loss\
 J after each step",unit="step"}){let powers=series.flatMap(({heights})=>heights).filter(h=>Number.isFinite(h)&&h>0).map(
power),low=Math.floor(clamp(Math.min(0,...powers),-6,0)),high=Math.ceil(Math.max(1,...powers)-1e-9);super({...box,xs:[0,
steps],ys:[low,high]}),this.axes(ticks(0,steps,5).filter(Number.isInteger),[],unit),this.#powerLines(low,high),this.frame.
append(textAt(box.x,box.y-8,title,{class:"quiet"}));for(let{heights,...attributes}of series){let ys=heights.map(h=>Number.
isFinite(h)?Math.max(power(h),low):Number.NaN),d=this.path([...heights.keys()],ys),{rule}=attributes;this.inside.append(
...rule===void 0?[svg("path",{d,...attributes})]:optimizerLine(rule,d))}}#powerLines(low,high){let mark=(p,text)=>{this.
frame.append(svg("path",{d:`M${this.x} ${this.py(p)}h${this.width}`,class:"hair"}),textAt(this.x-7,this.py(p)+4,text,{class:"\
quiet","text-anchor":"end"}))},every=high-low>6?2:1;for(let p=low;p<=high;p+=every)if(mark(p,p===0?"1":p===1?"10":`10${superscript(
p)}`),high-low<2&&p<high)for(let k of[2,5])mark(p+Math.log10(k),formatNumber(k*10**p))}level(loss){return this.py(clamp(
power(loss),this.ys[0],this.ys[1]))}};function throttle(draw2){let drawn=!1,late=!1,now=()=>{late=!1,draw2()};return()=>{late=!0,!drawn&&(drawn=!0,queueMicrotask(
now),requestAnimationFrame(function next(){drawn=late,late&&(now(),requestAnimationFrame(next))}))}}function reportDrawn(root,drawn){"chainruleTest"in globalThis&&(root.dataset.drawn=JSON.stringify(drawn))}function drawOnChange(root,model,names,draw2){
let now=()=>reportDrawn(root,draw2()),soon=throttle(now);for(let name of names)model.on(`change:${name}`,soon);return now(),
soon}var ACKNOWLEDGE_AFTER=[8,18];function requestLatest(model,receive){let view=Math.random(),waiting=null,sent=0,received=0,
open=0,send=()=>{open+=1,sent+=1,model.send({ask:waiting,id:sent,view}),waiting=null;let id=sent;for(let after of ACKNOWLEDGE_AFTER)
setTimeout(()=>{received<id&&open===1&&model.send({nudge:id})},after)};return model.on("msg:custom",(answer,buffers)=>{answer.
view===view&&(open-=1,answer.id>received&&!answer.lost&&(received=answer.id,receive(answer,buffers)),waiting&&send())}),
state=>{waiting=state,open<3&&send()}}function saveDebounced(model){let timer,unsaved={};return model.on("change",()=>{for(let[name,value]of Object.entries(unsaved))
model.get(name)!==value&&model.set(name,value)}),state=>{Object.assign(unsaved,state);for(let[name,value]of Object.entries(
state))model.set(name,value);clearTimeout(timer),timer=setTimeout(()=>{unsaved={},model.save_changes()},150)}}function kernelState(model,decode=answer=>answer,more=()=>({})){let first=model.get("first_answer"),names=Object.keys(first.
state),state=()=>Object.fromEntries(names.map(name=>[name,model.get(name)])),requested=JSON.stringify(first.state),latest=decode(
first.answer,...first.arrays),redraw=()=>{},saving=!1,save=saveDebounced(model),send=requestLatest(model,(answer,arrays)=>{
latest=decode(answer,...arrays),redraw()}),refresh=()=>{requested=JSON.stringify(state()),send({...state(),...more()})},
followModel=()=>{!saving&&JSON.stringify(state())!==requested&&refresh()};return model.on("change",followModel),followModel(),
{save,request:changed=>{saving=!0,save(changed),saving=!1,refresh()},latest:()=>latest,drawWith:(root,others,draw2)=>{redraw=
drawOnChange(root,model,others,()=>draw2(latest))}}}var SIGNS={same:"✓ ",parts:"✗ ",unusable:"✗ ",alone:""};function render({model,el}){let name=model.get("name"),root=createRoot(
el,name?`Race of ${name} against the library's optimizers`:"Race of optimizers"),most=60,unpack=view=>{let all=toRows(toNumbers(
view),3);return Array.from({length:all.length/(most+1)},(_,i)=>all.slice(i*(most+1),(i+1)*(most+1)))},{request,save,drawWith}=kernelState(
model,(said,paths)=>({...said,paths:unpack(paths)})),known=Object.keys(OPTIMIZER_STYLES).filter(Boolean),says=html("p",{
class:"says",role:"status"}),update=state=>request({...state,step:most}),{map,surfaces,beside,picture,show}=startMap(model,
update),toggle=rule=>{let rules=model.get("rules");save({rules:known.filter(each=>each===rule?!rules.includes(each):rules.
includes(each))})},boxes=Object.fromEntries(known.map(rule=>[rule,html("input",{type:"checkbox","aria-label":`show ${rule}`,
change:()=>toggle(rule)})])),playing=null,play=button("play",()=>{if(playing){cancelAnimationFrame(playing),playing=null,
play.textContent="play";return}let step=model.get("step")>=most?0:model.get("step"),tick=()=>{step+=.5,save({step:Math.floor(
step)}),step<most&&root.isConnected?playing=requestAnimationFrame(tick):(playing=null,play.textContent="play")};play.textContent=
"pause",playing=requestAnimationFrame(tick)});root.append(controlBar(select("surface",model,"surface",({surface})=>update(
{surface,start:model.get("facts")[surface].slice(1)}),surfaces),logSlider("all learning rates ×",model,"factor",{min:.05,
max:20},update),slider("step",model,"step",{min:0,max:most,step:1},save),play),picture,html("div",{class:"controls",style:"\
margin: 6px 0 0; gap: 4px 13px"},...known.map(rule=>html("label",{style:"gap: 5px"},boxes[rule],legendLine(rule),rule))),
says),drawWith(root,["step","rules"],shown=>draw(shown,{beside,boxes,known,map,model,most,name,says,show}))}function draw(shown,{
beside,boxes,known,map,model,most,name,says,show}){let[rules,step]=[model.get("rules"),model.get("step")];for(let rule of known)
boxes[rule].checked=rules.includes(rule);show(shown.surface);let drawn=[...known.map((rule,i)=>({rule,all:shown.paths[i]})).
filter(({rule})=>rules.includes(rule))];shown.paths.length>known.length&&drawn.unshift({rule:name,all:shown.paths[known.
length]});let upTo=all=>all.slice(0,step+1),here=all=>upTo(all).filter(r=>r.every(Number.isFinite)).at(-1);map.inside.replaceChildren(
...drawn.flatMap(({rule,all})=>optimizerLine(rule,map.path(upTo(all).map(([a,b])=>[a,b])),[[map.px(here(all)[0]),map.py(
here(all)[1])]])));let chart=new LossChart({x:452,y:40,width:228,height:300},drawn.map(({rule,all})=>({heights:all.map(r=>r[2]),
rule})),{steps:most});chart.inside.append(svg("path",{d:`M${chart.px(step)} 40v300`,class:"line thin dotted ink"}),...drawn.
flatMap(({rule,all})=>optimizerLine(rule,"",[[chart.px(step),chart.level(here(all)[2])]])));let parted=shown.parts_at;if(parted!==
null){let[a,b,j]=shown.paths[known.length][parted];if([a,b].every(Number.isFinite)){let[x,y]=[clamp(map.px(a),42,376),clamp(
map.py(b),30,364)];map.inside.append(svg("circle",{cx:x,cy:y,r:10,class:"line red"}),textAt(x+(x>200?-15:15),y-10,`first\
 difference: step ${parted}`,{class:"fill red halo","text-anchor":x>200?"end":"start"})),chart.inside.append(svg("circle",
{cx:chart.px(parted),cy:chart.level(j),r:9,class:"line red"}))}}return beside.replaceChildren(chart.node,...ranking(drawn,
here,shown.rates)),says.replaceChildren(html("b",{},name?SIGNS[shown.verdict]:""),name?shown.says:sentence(drawn,here,step)),
{surface:shown.surface,start:shown.start,factor:shown.factor,step,rules,rates:shown.rates,verdict:shown.verdict,parts_at:parted,
here:Object.fromEntries(drawn.map(({rule,all})=>[rule,here(all)])),says:says.textContent}}var cut=text=>text.length>15?`${text.
slice(0,14)}…`:text;function ranking(drawn,here,rates){let order=[...drawn].sort((a,b)=>here(a.all)[2]-here(b.all)[2]);
return[textAt(848,32,"loss J at this step",{class:"quiet","text-anchor":"end"}),...order.flatMap(({rule,all},i)=>[...optimizerLine(
rule,"",[[712,51+40*i]]),textAt(726,55+40*i,cut(rule),rule in OPTIMIZER_STYLES?{}:{class:"title"}),textAt(848,70+40*i,formatNumber(
here(all)[2]),{"text-anchor":"end"}),textAt(726,70+40*i,rule in rates?`η = ${formatNumber(rates[rule])}`:"yours",{class:"\
quiet"})])]}function sentence(drawn,here,step){if(!drawn.length)return"Select at least one optimizer.";let order=[...drawn].
sort((a,b)=>here(a.all)[2]-here(b.all)[2]),lost=drawn.filter(({all})=>here(all)[2]>2*all[0][2]).map(({rule})=>rule);if(step===
0)return"All optimizers are at the start. Press play.";let loss=({rule,all})=>`${rule} (J = ${formatNumber(here(all)[2])}\
)`,gone=lost.length?` The learning rate is too large, so the loss grows: ${lost.join(", ")}.`:"";return order.length===1?
gone?gone.trim():`At step ${step}: ${loss(order[0])}.`:`Smallest loss at step ${step}: ${loss(order[0])}. Largest loss: ${loss(
order.at(-1))}.${gone}`}var optimizer_race_default={render};export{optimizer_race_default as default};
