// Built by `npm run build` in lib/page_scripts.
var KEEP_KEYS={"data-lm-suppress-shortcuts":"true"};function setAttributes(node,attributes,children=[]){for(let[name,value]of Object.
entries(attributes))typeof value=="function"?node.addEventListener(name,value):node.setAttribute(name,value);return node.
append(...children),node}function html(name,attributes={},...children){let takesKeys=["input","select","button"].includes(
name);return setAttributes(document.createElement(name),takesKeys?{...KEEP_KEYS,...attributes}:attributes,children)}function svg(name,attributes={},...children){
return setAttributes(document.createElementNS("http://www.w3.org/2000/svg",name),attributes,children)}var textAt=(x,y,text,attributes={})=>svg(
"text",{x,y,...attributes},text);function createRoot(el,label){let root=html("div",{class:"cr",role:"group","aria-label":label,
...KEEP_KEYS});return el.append(root),root}var controlBar=(...controls)=>html("div",{class:"controls"},...controls);function onDrag(node,picture,move){let follow2=event=>{let box=picture.getBoundingClientRect(),{width,height}=picture.viewBox.
baseVal;move((event.clientX-box.left)/box.width*width,(event.clientY-box.top)/box.height*height)};node.addEventListener(
"pointerdown",event=>{event.preventDefault(),node.setPointerCapture(event.pointerId),(node.querySelector("[tabindex]")??
node).focus?.({preventScroll:!0}),follow2(event),node.addEventListener("pointermove",follow2)});for(let end of["pointeru\
p","pointercancel"])node.addEventListener(end,()=>node.removeEventListener("pointermove",follow2))}var clamp=(value,low,high)=>Math.min(Math.max(value,low),high),roundTo=(value,step)=>Number((Math.round(value/step)*step).
toFixed(6)),SUPERSCRIPTS="⁰¹²³⁴⁵⁶⁷⁸⁹";function superscript(power2){return[...String(power2)].map(digit=>digit===
"-"?"⁻":SUPERSCRIPTS[Number(digit)]).join("")}function formatNumber(value,digits=3){if(Number.isNaN(value))return"NaN";
if(!Number.isFinite(value))return value>0?"∞":"−∞";if(value!==0&&(Math.abs(value)<.001||Math.abs(value)>=1e5)){let[
mantissa,power2]=value.toExponential(1).split("e");return`${mantissa}·10${superscript(Number(power2))}`.replace("-","−")}
return String(Number(value.toPrecision(digits))).replace("-","−")}function follow(model,name,show){model.on(`change:${name}`,show),show()}function slider(label,model,name,{min,max,step,text=formatNumber},save){let value=html("output"),input=html("input",{type:"\
range",min,max,step,"aria-label":label});return input.addEventListener("input",()=>save({[name]:Number(input.value)})),follow(
model,name,()=>{Number(input.value)!==model.get(name)&&(input.value=model.get(name)),value.textContent=text(model.get(name)),
input.setAttribute("aria-valuetext",value.textContent)}),html("label",{},label,input,value)}var OPTIMIZER_STYLES={sgd:["ink","line thin ink","circle"],momentum:["blue","line blue","square"],nesterov:["blue","line\
 dashed blue","diamond"],adagrad:["green","line green","up"],adadelta:["green","line dashed green","down"],rmsprop:["ora\
nge","line orange","plus"],adam:["red","line red","cross"],"":["ink","line ink","ring"]},SHAPES={circle:"M-4 0a4 4 0 1 0\
 8 0a4 4 0 1 0 -8 0",square:"M-4 -4h8v8h-8z",diamond:"M0 -5.5l5.5 5.5l-5.5 5.5l-5.5 -5.5z",up:"M0 -5.5l5 9h-10z",down:"M\
0 5.5l5 -9h-10z",plus:"M-2 -6h4v4h4v4h-4v4h-4v-4h-4v-4h4z",cross:"M-5 -5l10 10m0 -10l-10 10",ring:"M-6.5 0a6.5 6.5 0 1 0\
 13 0a6.5 6.5 0 1 0 -13 0"};function marker(kind,x,y,colour){let open=kind==="cross"||kind==="ring";return svg("path",{d:SHAPES[kind],
transform:`translate(${x} ${y})`,class:`${open?"line":"fill"} ${colour}`})}function optimizerLine(optimizer,d,places=[]){
let own=!(optimizer in OPTIMIZER_STYLES),[colour,line,shape]=OPTIMIZER_STYLES[own?"":optimizer];return[svg("path",{d,class:line,
...own?{style:"stroke-width: 4; stroke-opacity: 0.5"}:{}}),...places.map(([x,y])=>marker(shape,x,y,colour))]}function ticks(low,high,count=5){let raw=(high-low)/count,power2=10**Math.floor(Math.log10(raw)),step=[1,2,5,10].map(m=>m*
power2).find(s=>s>=raw)??10*power2,found=[];for(let i=Math.ceil(low/step-1e-9);i*step<=high+step*1e-9;i++)found.push(roundTo(
i*step,step));return found}var Panel=class{constructor({x,y,width,height,xs,ys}){this.x=x,this.y=y,this.width=width,this.height=height,this.xs=xs,this.
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
power(loss),this.ys[0],this.ys[1]))}};function toNumbers(view,Kind=Float32Array){let bytes=view.buffer.slice(view.byteOffset,view.byteOffset+view.byteLength);
return new Kind(bytes)}function throttle(draw2){let drawn=!1,late=!1,now=()=>{late=!1,draw2()};return()=>{late=!0,!drawn&&(drawn=!0,queueMicrotask(
now),requestAnimationFrame(function next(){drawn=late,late&&(now(),requestAnimationFrame(next))}))}}function reportDrawn(root,drawn){"chainruleTest"in globalThis&&(root.dataset.drawn=JSON.stringify(drawn))}function drawOnChange(root,model,names,draw2){
let now=()=>reportDrawn(root,draw2()),soon=throttle(now);for(let name of names)model.on(`change:${name}`,soon);return now(),
soon}function saveDebounced(model){let timer,unsaved={};return model.on("change",()=>{for(let[name,value]of Object.entries(unsaved))
model.get(name)!==value&&model.set(name,value)}),state=>{Object.assign(unsaved,state);for(let[name,value]of Object.entries(
state))model.set(name,value);clearTimeout(timer),timer=setTimeout(()=>{unsaved={},model.save_changes()},150)}}function render({model,el}){let root=createRoot(el,"Optimizers on digits"),save=saveDebounced(model),[rates,rules]=[model.
get("rates"),model.get("rules")],[losses,accuracies]=[toNumbers(model.get("losses")),toNumbers(model.get("accuracies"))],
points=losses.length/rules.length/rates.length,course=(rule,rate)=>[...losses.subarray((rule*rates.length+rate)*points,(rule*
rates.length+rate+1)*points)],accuracy=(rule,rate)=>accuracies[rule*rates.length+rate],box={x:386,y:40,width:270,height:260},
low=-4,[left,right]=[Math.log10(rates[0]),Math.log10(rates.at(-1))],scene=svg("g"),surface=svg("g",{style:"cursor: ew-re\
size"},svg("rect",{...box,fill:"transparent"}),scene),picture=svg("svg",{viewBox:"0 0 848 346"},surface);onDrag(surface,
picture,x=>{let power2=left+(x-box.x)/box.width*(right-left);x>box.x-20&&x<box.x+box.width+20&&save({chosen:clamp(Math.round(
(power2-left)*2),0,rates.length-1)})});let says=html("p",{class:"says",role:"status"});root.append(controlBar(slider("le\
arning rate",model,"chosen",{min:0,max:rates.length-1,step:1,text:i=>formatNumber(rates[i])},save)),picture,says),drawOnChange(
root,model,["chosen"],()=>draw({accuracy,box,course,left,low,model,points,rates,right,rules,says,scene}))}function draw({
accuracy,box,course,left,low,model,points,rates,right,rules,says,scene}){let chosen=model.get("chosen"),chart=new LossChart(
{x:44,y:40,width:270,height:260},rules.map((rule,i)=>({heights:course(i,chosen),rule})),{steps:points-1,title:"training \
loss after each epoch",unit:"epoch"}),panel=byRate(box,[left,right]),power2=loss=>Math.log10(clamp(loss,10**low,100));panel.
inside.append(...rules.flatMap((rule,i)=>{let ends=rates.map((_,r)=>course(i,r).at(-1)).map(last=>Number.isFinite(last)?
power2(last):1.5),xs=rates.map(Math.log10);return optimizerLine(rule,panel.path(xs,ends),xs.map((x,r)=>[panel.px(x),panel.
py(ends[r])]))}),svg("path",{d:`M${panel.px(Math.log10(rates[chosen]))} ${box.y}v${box.height}`,class:"line dotted ink"}));
let found=rules.map((rule,i)=>({rule,loss:course(i,chosen).at(-1),right:accuracy(i,chosen)}));return scene.replaceChildren(
chart.node,panel.node,...table(found)),says.textContent=sentence(found,rates[chosen])+(model.get("fault")?` ✗ ${model.
get("fault")}`:""),{chosen,rate:rates[chosen],losses:Object.fromEntries(found.map(f=>[f.rule,f.loss])),right:Object.fromEntries(
found.map(f=>[f.rule,f.right])),says:says.textContent}}function byRate(box,xs){let panel=new Panel({...box,xs,ys:[-3,1.3]});
for(let p=Math.ceil(xs[0]);p<=xs[1];p++)panel.frame.append(svg("path",{d:`M${panel.px(p)} ${box.y}v${box.height}`,class:"\
hair"}),textAt(panel.px(p),box.y+box.height+15,tenTo(p),{class:"quiet","text-anchor":"middle"}));for(let p=-3;p<=1;p++)panel.
frame.append(svg("path",{d:`M${box.x} ${panel.py(p)}h${box.width}`,class:"hair"}),textAt(box.x-7,panel.py(p)+4,tenTo(p),
{class:"quiet","text-anchor":"end"}));return panel.frame.append(textAt(box.x,box.y-8,"training loss after ten epochs",{class:"\
quiet"}),textAt(box.x+box.width,box.y+box.height+30,"learning rate (drag)",{class:"quiet","text-anchor":"end"})),panel}var tenTo=p=>p===
0?"1":p===1?"10":`10${superscript(p)}`,cut=text=>text.length>11?`${text.slice(0,10)}…`:text,table=found=>[textAt(848,32,
"accuracy, new digits",{class:"quiet","text-anchor":"end"}),...[...found].sort((a,b)=>b.right-a.right).flatMap(({rule,right},i)=>[
...optimizerLine(rule,`M690 ${54+30*i}h28`,[[704,54+30*i]]),textAt(726,58+30*i,cut(rule)),textAt(848,58+30*i,`${(100*right).
toFixed(1)} %`,{"text-anchor":"end"})])];function sentence(found,rate){let names=some=>some.map(f=>f.rule).join(", "),slow=found.
filter(f=>f.loss>1.8&&f.loss<2.45),lost=found.filter(f=>!(f.loss<=2.45)),good=found.filter(f=>f.right>.9);return[`Learni\
ng rate ${formatNumber(rate)}. Accuracy above 90 %: ${good.length?names(good):"none"}.`,slow.length?` Loss hardly smalle\
r than at the start: ${names(slow)}.`:"",lost.length?` Loss larger than at the start: ${names(lost)}.`:""].join("")}var digits_race_default={
render};export{digits_race_default as default};
